package org.deepcausalmmm.report.files;

import java.util.Set;

/** The names of the files of a plan's directory. */
public final class PlanFiles {
  /** The figures of the plan as a whole. */
  public static final String SUMMARY = "summary.json";

  /** The money of every week, region and channel: what {@code mmm forecast} reads. */
  public static final String PLAN = "plan.csv";

  /** The best outcome by budget. */
  public static final String FRONTIER = "frontier.csv";

  /** What each channel brings by its spend. */
  public static final String CURVES = "curves.csv";

  /** What was decided: a row per decision. */
  public static final String CELLS = "cells.csv";

  /** The report for people. */
  public static final String REPORT = "report.html";

  /** All that a plan's directory may hold. */
  public static final Set<String> ALL = Set.of(SUMMARY, PLAN, FRONTIER, CURVES, CELLS, REPORT);

  private PlanFiles() {}
}
