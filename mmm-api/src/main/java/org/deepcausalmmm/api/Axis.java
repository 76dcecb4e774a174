package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * An axis along which a parameter may vary.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum Axis {
  /**
   * One value per region. The fit estimates such a parameter of a component at the posterior mode
   * and holds it there in every posterior draw, so that no interval contains its uncertainty.
   *
   * @since API level 1
   */
  REGION,
  /**
   * One value per channel.
   *
   * @since API level 1
   */
  CHANNEL
}
