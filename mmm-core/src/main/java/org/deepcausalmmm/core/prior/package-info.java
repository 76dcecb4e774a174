/**
 * Prior components: beliefs about shares, returns and single parameters, given as a mean and a
 * standard deviation in the quantity's own units.
 *
 * <p>A positive quantity gets a log-normal density and a share of the whole a logit-normal one,
 * both with the mean and standard deviation that were asked for: densities of the logarithm and of
 * the logit. A single parameter gets a density of its value unless another shape is asked for. Each
 * is multiplied onto what is believed by default, as the likelihood of a measurement of the
 * quantity would be, and no Jacobian enters.
 */
@NullMarked
package org.deepcausalmmm.core.prior;

import org.jspecify.annotations.NullMarked;
