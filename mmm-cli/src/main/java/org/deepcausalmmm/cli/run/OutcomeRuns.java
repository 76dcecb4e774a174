package org.deepcausalmmm.cli.run;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The run directories of a fit of several outcomes, named for their columns. */
public final class OutcomeRuns {
  private OutcomeRuns() {}

  /** Returns a directory for each outcome: its name, with other signs than letters as _. */
  public static Map<String, Path> below(Path out, List<String> outcomes) {
    Map<String, Path> runs = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (String outcome : outcomes) {
      String plain = outcome.replaceAll("[^\\p{L}\\d_-]+", "_");
      String name = plain;
      // Some file systems do not tell capitals from small letters.
      for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = plain + "_" + i;
      }
      runs.put(outcome, out.resolve(name));
    }
    return runs;
  }

  /**
   * Requires that no directory is there before the first fit begins.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-USAGE-001 if one is
   */
  public static void requireAbsent(Collection<Path> runs) {
    for (Path run : runs) {
      if (Files.exists(run, LinkOption.NOFOLLOW_LINKS)) {
        throw RunErrors.exists(run, RunErrors.FORCE);
      }
    }
  }
}
