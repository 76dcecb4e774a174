package org.deepcausalmmm.server.pages;

import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.store.Job;
import org.deepcausalmmm.server.store.JobKind;

/** Jobs as people call them. */
public final class JobWords {
  private JobWords() {}

  /** Returns the name that the user gave; what the job does, if none. */
  public static String title(Job job) {
    String name = Json.stored(job.order().request()).path("name").asText();
    JobKind kind = job.order().kind();
    return name.isBlank() || name.equals(kind.text()) ? kind(kind) : name;
  }

  /** Returns what a job of a kind does. */
  public static String kind(JobKind kind) {
    return switch (kind) {
      case FIT -> "Model fit";
      case REFRESH -> "Refresh";
      case BACKTEST -> "Backtest";
      case CHECK_MODEL -> "Model check";
      case OPTIMIZE -> "Budget plan";
      case FORECAST -> "Forecast";
      case COMPARE -> "Comparison of plans";
      case PREPARE -> "Preparation of data";
      case RECOVER -> "Recovery study";
      case EXPERIMENT_READING -> "Reading of an experiment";
      case EXPERIMENT_DESIGN -> "Design of an experiment";
      case EXPERIMENT_RANKING -> "Ranking of experiments";
    };
  }
}
