package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/** An axis along which a parameter may vary. */
@API(status = API.Status.STABLE, since = "0.1")
public enum Axis {
  /**
   * One value a region. A component's parameters that vary by region are estimated, and held at
   * their most probable values in the posterior's draws: no interval knows of their uncertainty.
   */
  REGION,

  /** One value a channel. */
  CHANNEL
}
