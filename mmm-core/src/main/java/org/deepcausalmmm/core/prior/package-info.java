/**
 * Prior components: priors on shares, ROI and single parameters, given as a mean and a standard
 * deviation in the quantity's own units.
 *
 * <p>A positive quantity gets a log-normal density and a share of the whole a logit-normal one,
 * both with the given mean and standard deviation: densities of the logarithm and of the logit. A
 * single parameter gets a density of its value unless another shape is asked for. Each multiplies
 * the default priors, as the likelihood of a measurement of the quantity would, without a Jacobian.
 */
@NullMarked
package org.deepcausalmmm.core.prior;

import org.jspecify.annotations.NullMarked;
