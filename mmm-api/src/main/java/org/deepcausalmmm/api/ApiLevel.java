package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * Numbers the states of the plugin interfaces; a plugin's descriptor says for which it was built.
 *
 * <p>The level is raised whenever a release adds to these interfaces. Plugins of an older level
 * keep working down to the oldest one, which is raised when something is removed or changed.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ApiLevel {
  /** The level of these interfaces. */
  public static final int CURRENT = 3;

  /** The oldest level whose plugins still work. */
  public static final int OLDEST = 3;

  private ApiLevel() {}
}
