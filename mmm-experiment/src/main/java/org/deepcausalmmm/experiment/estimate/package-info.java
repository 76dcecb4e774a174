/** Estimates of what treated regions would have had without the treatment. */
@NullMarked
package org.deepcausalmmm.experiment.estimate;

import org.jspecify.annotations.NullMarked;
