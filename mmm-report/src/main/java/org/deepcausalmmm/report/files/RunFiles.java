package org.deepcausalmmm.report.files;

import java.util.Set;

/** Names the files of a run directory. */
public final class RunFiles {
  /** The figures of the run as a whole. */
  public static final String SUMMARY = "summary.json";

  /** What was found in the data. */
  public static final String DATA_REPORT = "data_report.json";

  /** What each channel did. */
  public static final String CHANNELS = "channels.csv";

  /** The series that sum to the prediction. */
  public static final String CONTRIBUTIONS = "contributions.csv";

  /** Observed and expected outcome of every region and week. */
  public static final String PREDICTIONS = "predictions.csv";

  /** The same summed over the regions. */
  public static final String PREDICTIONS_TOTAL = "predictions_total.csv";

  /** What each channel would bring at other spends. */
  public static final String RESPONSE_CURVES = "response_curves.csv";

  /** Which share of an effect comes how many weeks later. */
  public static final String CARRYOVER = "carryover.csv";

  /** How strong each channel was in each week, against its own mean. */
  public static final String EFFECTIVENESS = "effectiveness.csv";

  /** Which channel drives which. */
  public static final String EDGES = "edges.csv";

  /** The parameters that mean something to a reader. */
  public static final String PARAMETERS = "parameters.csv";

  /** How ROI moved since the run that was continued. */
  public static final String REFRESH = "refresh.csv";

  /** The model itself. */
  public static final String MODEL = "model.mmm";

  /** The configuration that reproduces the run. */
  public static final String CONFIG = "config.yaml";

  /** The report for people. */
  public static final String REPORT = "report.html";

  /** All that a run directory may hold. */
  public static final Set<String> ALL =
      Set.of(
          SUMMARY,
          DATA_REPORT,
          CHANNELS,
          CONTRIBUTIONS,
          PREDICTIONS,
          PREDICTIONS_TOTAL,
          RESPONSE_CURVES,
          CARRYOVER,
          EFFECTIVENESS,
          EDGES,
          PARAMETERS,
          REFRESH,
          MODEL,
          CONFIG,
          REPORT);

  private RunFiles() {}
}
