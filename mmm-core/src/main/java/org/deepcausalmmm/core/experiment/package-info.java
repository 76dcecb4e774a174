/** Experiments that the model learns from, simulated by the model itself. */
@NullMarked
package org.deepcausalmmm.core.experiment;

import org.jspecify.annotations.NullMarked;
