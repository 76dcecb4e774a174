package org.deepcausalmmm.report.files;

import java.util.Set;

/** The names of the files of directories about experiments, beside those that a run has too. */
public final class ExperimentFiles {
  /** The treated regions over time, with and without treatment. */
  public static final String SERIES = "series.csv";

  /** The effects of groups that were not treated. */
  public static final String PLACEBOS = "placebos.csv";

  /** The weights of the controls in the synthetic treated group. */
  public static final String WEIGHTS = "weights.csv";

  /** The entry for the configuration of a model. */
  public static final String ENTRY = "experiments.yaml";

  /** The designs on the frontier of cost and power. */
  public static final String DESIGNS = "designs.csv";

  /** The regions of each design with their cell. */
  public static final String REGIONS = "regions.csv";

  /** What to spend in each region and week. */
  public static final String SCHEDULE = "schedule.csv";

  /** Power by effect. */
  public static final String POWER = "power.csv";

  /** The value of each experiment. */
  public static final String VALUES = "values.csv";

  /** All that the directory of a reading may hold. */
  public static final Set<String> READING =
      Set.of(SERIES, PLACEBOS, WEIGHTS, ENTRY, RunFiles.SUMMARY, RunFiles.REPORT);

  /** All that the directory of a design may hold. */
  public static final Set<String> DESIGN =
      Set.of(DESIGNS, REGIONS, SCHEDULE, POWER, RunFiles.SUMMARY, RunFiles.REPORT);

  /** All that the directory of a ranking may hold. */
  public static final Set<String> RANKING = Set.of(VALUES, RunFiles.SUMMARY, RunFiles.REPORT);

  private ExperimentFiles() {}
}
