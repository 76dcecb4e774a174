package org.deepcausalmmm.report.files;

import java.util.Set;

/** The names of the files of a run directory. */
public final class RunFiles {
  /** The figures of the run as a whole. */
  public static final String SUMMARY = "summary.json";

  /** The findings in the data. */
  public static final String DATA_REPORT = "data_report.json";

  /** The effects and returns of each channel. */
  public static final String CHANNELS = "channels.csv";

  /** The series that sum to the prediction. */
  public static final String CONTRIBUTIONS = "contributions.csv";

  /** Observed and expected outcome of every region and week. */
  public static final String PREDICTIONS = "predictions.csv";

  /** The same summed over the regions. */
  public static final String PREDICTIONS_TOTAL = "predictions_total.csv";

  /** The incremental outcome of each channel at other spends. */
  public static final String RESPONSE_CURVES = "response_curves.csv";

  /** The share of each effect by weeks after the exposure. */
  public static final String CARRYOVER = "carryover.csv";

  /** The effectiveness of each channel by week, against its own mean. */
  public static final String EFFECTIVENESS = "effectiveness.csv";

  /** Spend and exposure of each channel by week, summed over the regions. */
  public static final String MEDIA = "media.csv";

  /** The slides for a meeting, written on demand. */
  public static final String SLIDES = "slides.pptx";

  /** The tables as a workbook, written on demand. */
  public static final String WORKBOOK = "workbook.xlsx";

  /** The comparison with another run, written on demand. */
  public static final String COMPARISON = "comparison.html";

  /** The printed report, written on demand. */
  public static final String PDF = "report.pdf";

  /** Which channel drives which. */
  public static final String EDGES = "edges.csv";

  /** The parameters with their intervals. */
  public static final String PARAMETERS = "parameters.csv";

  /** The change of ROI since the run that was continued. */
  public static final String REFRESH = "refresh.csv";

  /** The experiments beside what the model simulates; absent without any. */
  public static final String EXPERIMENTS = "experiments.csv";

  /** The response to frequency of channels with reach and frequency; absent without any. */
  public static final String FREQUENCY = "frequency.csv";

  /** The best frequency of the same channels. */
  public static final String BEST_FREQUENCY = "best_frequency.csv";

  /** The effects of treatments other than media; absent without any. */
  public static final String TREATMENTS = "treatments.csv";

  /** The model itself. */
  public static final String MODEL = "model.mmm";

  /** The configuration that reproduces the run. */
  public static final String CONFIG = "config.yaml";

  /** The channels under bagged posteriors, written by {@code --bags}. */
  public static final String CHANNELS_BAGGED = "channels_bagged.csv";

  /** The digest of the job of a batch that the run belongs to. */
  public static final String JOB = "job.json";

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
          EXPERIMENTS,
          FREQUENCY,
          BEST_FREQUENCY,
          TREATMENTS,
          MODEL,
          CONFIG,
          REPORT,
          MEDIA,
          SLIDES,
          WORKBOOK,
          PDF,
          COMPARISON,
          CHANNELS_BAGGED,
          JOB);

  private RunFiles() {}
}
