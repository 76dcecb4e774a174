package org.deepcausalmmm.core.plugin.project;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.deepcausalmmm.core.plugin.ComponentKind;

/**
 * The names in the sources of a new plugin.
 *
 * @param packageName the package of all classes
 * @param component the simple name of the component's class
 * @param factory the simple name of the factory's class
 * @param test the simple name of the test's class
 */
record ProjectNames(String packageName, String component, String factory, String test) {

  static ProjectNames of(ComponentKind kind, String id) {
    String joined = id.replace("-", "");
    String lastPart = SourceVersion.isKeyword(joined) ? joined + kind.key() : joined;
    String suffix = capitalized(kind.key());
    String words =
        Arrays.stream(id.split("-")).map(ProjectNames::capitalized).collect(Collectors.joining());
    // The kind in the name keeps it apart from the types of mmm-api and java.lang.
    String component = words.endsWith(suffix) && !words.equals(suffix) ? words : words + suffix;
    return new ProjectNames(
        "org.example." + lastPart, component, component + "Factory", component + "Test");
  }

  private static String capitalized(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
