/** The results of an optimisation. */
@NullMarked
package org.deepcausalmmm.optimizer.result;

import org.jspecify.annotations.NullMarked;
