package org.deepcausalmmm.api;

import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * The name, version and description of a type of component.
 *
 * @param id the value of {@code type:} in the configuration: lower-case words joined by hyphens
 * @param version the version of the component, stored in model files
 * @param description one sentence for tables and forms
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record ComponentInfo(String id, String version, String description) {
  private static final Pattern MAJOR = Pattern.compile("[.+-]");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /**
   * Checks the texts.
   *
   * @throws IllegalArgumentException if the id is not lower-case words joined by hyphens, or the
   *     version or description is blank
   * @since API level 1
   */
  public ComponentInfo {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "Component id '" + id + "' is not lower-case words joined by hyphens.");
    }
    if (version.isBlank() || description.isBlank()) {
      throw new IllegalArgumentException(
          "Component '" + id + "' needs a version and a description.");
    }
  }

  /** Returns whether another version has the same first number, as in semantic versioning. */
  boolean replaces(String other) {
    return major(version).equals(major(other));
  }

  private static String major(String version) {
    return MAJOR.split(version, 2)[0];
  }
}
