package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * The level of the plugin interfaces, a number that the descriptor of a plugin names.
 *
 * <p>A release that adds to these interfaces raises the level. Plugins of an older level work down
 * to the oldest one, which is raised when a member is removed or changed.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class ApiLevel {
  /**
   * The level of these interfaces.
   *
   * @since API level 1
   */
  public static final int CURRENT = 3;

  /**
   * The oldest level whose plugins work.
   *
   * @since API level 1
   */
  public static final int OLDEST = 3;

  private ApiLevel() {}
}
