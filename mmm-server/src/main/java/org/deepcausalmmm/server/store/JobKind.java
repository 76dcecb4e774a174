package org.deepcausalmmm.server.store;

import java.util.Locale;
import java.util.Optional;

/** What a job does; each kind runs one command of the platform. */
public enum JobKind {
  FIT(Shelf.RUNS, 0),
  REFRESH(Shelf.RUNS, 0),
  BACKTEST(Shelf.RUNS, -1),
  CHECK_MODEL(Shelf.RUNS, -1),
  OPTIMIZE(Shelf.PLANS, 5),
  FORECAST(Shelf.FORECASTS, 5),
  COMPARE(Shelf.COMPARISONS, 5),
  PREPARE(Shelf.PREPARATIONS, 5),
  RECOVER(Shelf.RECOVERIES, -2),
  EXPERIMENT_READING(Shelf.EXPERIMENTS, 5),
  EXPERIMENT_DESIGN(Shelf.EXPERIMENTS, 5),
  EXPERIMENT_RANKING(Shelf.EXPERIMENTS, 5);

  private final Shelf shelf;
  private final int priority;

  JobKind(Shelf shelf, int priority) {
    this.shelf = shelf;
    this.priority = priority;
  }

  /** Returns where its results stand. */
  public Shelf shelf() {
    return shelf;
  }

  /**
   * Returns the priority where none is asked for: somebody waits for a plan, not for a backtest.
   */
  public int priority() {
    return priority;
  }

  /** Returns the kind as the API writes it, such as {@code check-model}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Finds the kind that the API writes so. */
  public static Optional<JobKind> of(String text) {
    for (JobKind kind : values()) {
      if (kind.text().equals(text)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The lists in which the API shows results. */
  public enum Shelf {
    RUNS,
    PLANS,
    FORECASTS,
    COMPARISONS,
    PREPARATIONS,
    RECOVERIES,
    EXPERIMENTS;

    /** Returns the last part of the list's path, such as {@code runs}. */
    public String path() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
