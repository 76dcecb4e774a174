/**
 * Prior components: beliefs about shares, returns and single parameters, given as a mean and a
 * standard deviation in the quantity's own units.
 *
 * <p>A positive quantity gets a log-normal density and a share of the whole a logit-normal one,
 * both with the mean and standard deviation that were asked for. The densities are those of the
 * logarithm and the logit: the scales on which the core estimates, where no Jacobian is due.
 */
@NullMarked
package org.deepcausalmmm.core.prior;

import org.jspecify.annotations.NullMarked;
