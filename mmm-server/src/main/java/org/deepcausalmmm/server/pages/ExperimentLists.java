package org.deepcausalmmm.server.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.store.JobKind;
import org.deepcausalmmm.server.store.StoredResult;

/** The experiments of a project: those that were read, designed and ranked. */
public record ExperimentLists(
    List<ReadExperiment> readings, List<StoredResult> designs, List<StoredResult> rankings) {

  /**
   * An experiment that was read.
   *
   * @param days its first and last day or week, in words
   * @param lift by augmented synthetic control
   * @param warnings number of findings that call for attention
   */
  public record ReadExperiment(
      StoredResult result, String channel, String days, Interval lift, double p, int warnings) {

    static ReadExperiment of(StoredResult result) {
      JsonNode summary = Json.stored(result.summary());
      JsonNode lift = summary.path("synthetic");
      return new ReadExperiment(
          result,
          summary.path("channel").asText(),
          summary.path("from").asText() + " to " + summary.path("to").asText(),
          new Interval(
              lift.path("lift").asDouble(),
              lift.path("lower").asDouble(),
              lift.path("upper").asDouble()),
          lift.path("p").asDouble(),
          summary.path("findings").size());
    }
  }

  static ExperimentLists of(List<StoredResult> results) {
    return new ExperimentLists(
        kind(results, JobKind.EXPERIMENT_READING).stream().map(ReadExperiment::of).toList(),
        kind(results, JobKind.EXPERIMENT_DESIGN),
        kind(results, JobKind.EXPERIMENT_RANKING));
  }

  private static List<StoredResult> kind(List<StoredResult> results, JobKind kind) {
    return results.stream().filter(result -> result.origin().kind() == kind).toList();
  }

  /** Returns whether there is none of any kind. */
  public boolean isEmpty() {
    return readings.isEmpty() && designs.isEmpty() && rankings.isEmpty();
  }

  /** Returns what a summary says; empty if it does not. */
  public static String said(StoredResult result, String key) {
    return Json.stored(result.summary()).path(key).asText("");
  }

  /** Returns a number of a summary; empty if it has none. */
  public static Optional<Double> number(StoredResult result, String key) {
    JsonNode value = Json.stored(result.summary()).path(key);
    return value.isNumber() ? Optional.of(value.doubleValue()) : Optional.empty();
  }
}
