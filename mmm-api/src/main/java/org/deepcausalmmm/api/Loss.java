package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;

/**
 * The noise density by which residuals are scored.
 *
 * <p>The core turns the slope of the score into a weight for every observation, by which outliers
 * lose influence (iteratively reweighted least squares; Huber 1981, Robust Statistics): weight =
 * max(0, slope / residual).
 *
 * <p><b>The parameter.</b> A loss may declare one parameter without axes. It has no gradient steps:
 * after each round the core tries nine values, the prior's center and up to two of its standard
 * deviations to either side in steps of half of one on the estimation scale, and keeps the one with
 * the greatest likelihood. The prior density itself does not enter. A second declared parameter is
 * ignored: {@link Parameters#get} returns the value of the first for every name.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Loss extends Component {
  /**
   * Returns minus the logarithm of the density, elementwise.
   *
   * <p>Called after every round of a fit, several times for each value of the parameter, in double
   * precision and with gradients. Since values of the parameter are compared by likelihood, the
   * density has to be normalised over the residual (in nats).
   *
   * @param residual [observation], finite, in units of the noise scale; write the formula for any
   *     shape
   * @param parameters the declared parameter, as a scalar
   * @return same shape; symmetric, least at 0, with finite slopes. A value that is not finite ends
   *     the fit with MMM-FIT-001 unless another value of the parameter gives a finite one
   * @since API level 1
   */
  NDArray negativeLogDensity(NDArray residual, Parameters parameters);
}
