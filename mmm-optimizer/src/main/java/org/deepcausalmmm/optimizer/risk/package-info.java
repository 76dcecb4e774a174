/** Weighs the draws of a posterior: by their mean, a quantile or the mean of the worst. */
@NullMarked
package org.deepcausalmmm.optimizer.risk;

import org.jspecify.annotations.NullMarked;
