package org.deepcausalmmm.api;

import ai.djl.ndarray.NDArray;
import org.apiguardian.api.API;

/**
 * Answers how a residual is scored.
 *
 * <p>The core derives from the slope of the score the weight of every observation, by which
 * outliers lose influence (iteratively reweighted least squares). A loss may declare one scalar
 * parameter; the core chooses it by likelihood, so the score has to be a normalised density.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Loss extends Component {
  /**
   * Scores residuals, elementwise.
   *
   * @param residual in units of the noise's scale, any shape
   * @param parameters the declared parameters
   * @return minus the logarithm of the density, same shape; symmetric, least at 0
   */
  NDArray negativeLogDensity(NDArray residual, Parameters parameters);
}
