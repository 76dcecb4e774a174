package org.deepcausalmmm.cli.run;

import java.util.HashSet;
import java.util.Set;
import org.deepcausalmmm.report.files.BacktestFiles;
import org.deepcausalmmm.report.files.RunFiles;

/** Says what a directory that a command writes is told by, so that nothing else is replaced. */
public enum DirectoryKind {
  /** Holds a fitted model and what it says. */
  RUN("run directory", RunFiles.MODEL, RunFiles.ALL),
  /** Holds a run, the world that it was fitted to, and a plan. */
  DEMO("demo", RunFiles.MODEL, with(RunFiles.ALL, "world", "plan")),
  /** Holds a plan for the money of a run. */
  PLAN(
      "directory of a plan",
      "plan.csv",
      Set.of(
          RunFiles.SUMMARY,
          "plan.csv",
          "cells.csv",
          "curves.csv",
          "frontier.csv",
          RunFiles.REPORT)),
  /** Holds the forecasts of several origins. */
  BACKTEST("directory of a backtest", BacktestFiles.FORECASTS, BacktestFiles.ALL),
  /** Holds how well worlds with known truth were recovered. */
  TRIAL(
      "directory of a recovery",
      "worlds.csv",
      Set.of(
          RunFiles.SUMMARY,
          "worlds.csv",
          "scenarios.csv",
          "channels.csv",
          "edges.csv",
          "ablation.csv",
          "ablation.md"));

  private final String title;
  private final String marker;
  private final Set<String> entries;

  DirectoryKind(String title, String marker, Set<String> entries) {
    this.title = title;
    this.marker = marker;
    this.entries = entries;
  }

  private static Set<String> with(Set<String> entries, String... more) {
    Set<String> all = new HashSet<>(entries);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }

  /** Names it in messages. */
  String title() {
    return title;
  }

  /** Gives a file that each has and the other kinds have not. */
  String marker() {
    return marker;
  }

  /** Tells whether a file or directory inside belongs to it. */
  boolean owns(String name) {
    return entries.contains(name);
  }
}
