package org.deepcausalmmm.server.run;

import java.util.Set;

/** Says what a directory that a command writes is told by, so that nothing else is replaced. */
public enum DirectoryKind {
  /** Holds a fitted model and what it says. */
  RUN("run directory", RunFiles.MODEL, Set.of()),
  /** Holds a run, the world that it was fitted to, and a plan. */
  DEMO("demo", RunFiles.MODEL, Set.of("world", "plan")),
  /** Holds a plan for the money of a run. */
  PLAN("directory of a plan", "plan.csv", Set.of()),
  /** Holds the forecasts of several origins. */
  BACKTEST("directory of a backtest", BacktestFiles.FORECASTS, Set.of()),
  /** Holds how well worlds with known truth were recovered. */
  TRIAL("directory of a recovery", "worlds.csv", Set.of());

  private final String title;
  private final String marker;
  private final Set<String> parts;

  DirectoryKind(String title, String marker, Set<String> parts) {
    this.title = title;
    this.marker = marker;
    this.parts = parts;
  }

  /** Names it in messages. */
  String title() {
    return title;
  }

  /** Gives a file that each has and the other kinds have not. */
  String marker() {
    return marker;
  }

  /** Tells whether a directory inside belongs to it. */
  boolean owns(String directory) {
    return parts.contains(directory);
  }
}
