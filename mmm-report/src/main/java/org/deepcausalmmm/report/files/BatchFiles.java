package org.deepcausalmmm.report.files;

import java.util.List;

/** The names of the files of a batch's directory. */
public final class BatchFiles {
  /** A run directory for each finished job. */
  public static final String RUNS = "runs";

  /** What became of the last try of each job. */
  public static final String JOBS = "jobs";

  /** The channels of runs that were replaced by later ones. */
  public static final String PREVIOUS = "previous";

  /** The directories of worker processes; there only while they run, or if one was lost. */
  public static final String WORKERS = "workers";

  /** The manifest: version, engine, and state and digest of each job. */
  public static final String MANIFEST = "batch.json";

  /** The table of all jobs. */
  public static final String TABLE = "runs.csv";

  /** The ROI of every channel of every run. */
  public static final String CHANNELS = "portfolio.csv";

  /** The ROI of every channel of every run, pooled over brands. */
  public static final String POOLED = "pooled.csv";

  /** The spread of ROI over brands, by channel. */
  public static final String SPREAD = "spread.csv";

  /** The page of the portfolio. */
  public static final String PAGE = "portfolio.html";

  /** The table of all jobs, for programs. */
  public static final String TABLE_PARQUET = "runs.parquet";

  /** The ROI of every channel of every run, for programs. */
  public static final String CHANNELS_PARQUET = "portfolio.parquet";

  /** All files over all runs; some may be absent. */
  public static final List<String> TABLES =
      List.of(TABLE, TABLE_PARQUET, CHANNELS, CHANNELS_PARQUET, POOLED, SPREAD, MANIFEST, PAGE);

  private BatchFiles() {}
}
