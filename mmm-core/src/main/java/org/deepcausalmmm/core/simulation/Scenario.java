package org.deepcausalmmm.core.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.NearestName;

/** Names kinds of worlds, each of which is hard in its own way. */
public enum Scenario {
  ADDITIVE(40, 8, 0, false, false, false, false),
  HALO(40, 8, 5, false, false, false, false),
  DRIFT(40, 8, 0, false, true, false, false),
  DELAYED(40, 6, 0, true, false, false, false),
  CHASED(40, 6, 0, false, false, true, false),
  NATIONAL(1, 5, 0, false, false, false, false),
  DIRTY(40, 8, 2, false, false, false, true),
  DEMO(12, 5, 1, false, false, false, false);

  private static final int WEEKS = 156;
  private final WorldSpec spec;

  Scenario(
      int regions,
      int channels,
      int edges,
      boolean delayed,
      boolean drift,
      boolean chased,
      boolean dirty) {
    spec = new WorldSpec(regions, WEEKS, channels, edges, delayed, drift, chased, dirty);
  }

  /** Gives what such worlds are like. */
  public WorldSpec spec() {
    return this == DEMO ? WorldSpec.demo() : spec;
  }

  /** Gives the name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Finds a scenario.
   *
   * @throws MmmException MMM-USAGE-030 if there is none of that name
   */
  public static Scenario of(String id) {
    List<String> known = Arrays.stream(values()).map(Scenario::id).toList();
    int at = known.indexOf(id);
    if (at < 0) {
      throw new MmmException(
          ErrorKind.USAGE,
          30,
          "There is no scenario '%s'.".formatted(id),
          NearestName.of(id, known)
              .map("Maybe you meant '%s'."::formatted)
              .orElse("The scenarios are: " + String.join(", ", known) + "."));
    }
    return values()[at];
  }
}
