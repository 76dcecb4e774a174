package org.deepcausalmmm.server.pages;

import java.util.Comparator;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.RunVerdict;
import org.deepcausalmmm.report.text.Human;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.store.StoredResult;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list: what media contributed, and whether that may be acted upon.
 *
 * @param share the media contribution as a share of the outcome; null if the run does not tell
 * @param outcome the name of the outcome; empty if the run does not tell
 * @param best the channel with the highest ROI, in words; empty without spend
 */
public record RunCard(
    StoredResult result,
    @Nullable Interval share,
    RunVerdict verdict,
    String outcome,
    String best) {

  /** Returns the card of a run; one whose files cannot be read still has its summary. */
  static RunCard of(StoredResult result, ResultContents contents) {
    var summary = Json.stored(result.summary());
    var media = summary.path("mediaShare");
    Interval share =
        media.path("mean").isNumber()
            ? new Interval(
                media.path("mean").asDouble(),
                media.path("lower").asDouble(),
                media.path("upper").asDouble())
            : null;
    String outcome = summary.path("data").path("outcome").asText();
    return new RunCard(
        result,
        share,
        RunVerdict.worst(summary.path("health")),
        outcome,
        ResultPages.isModel(result) ? best(result, contents) : "");
  }

  private static String best(StoredResult result, ResultContents contents) {
    try {
      ReportModel model = contents.run(result);
      return model.channels().stream()
          .filter(c -> c.roi() != null)
          .max(Comparator.comparingDouble(c -> c.roi() == null ? 0 : c.roi().mean()))
          .map(c -> "%s %s (%s)".formatted(c.name(), mean(c.roi()), Human.range(c.roi())))
          .orElse("");
    } catch (MmmException e) {
      return "";
    }
  }

  private static String mean(@Nullable Interval interval) {
    return Human.number(interval == null ? null : interval.mean());
  }

  /** Returns the verdict in a few words. */
  public String words() {
    return verdict.words();
  }
}
