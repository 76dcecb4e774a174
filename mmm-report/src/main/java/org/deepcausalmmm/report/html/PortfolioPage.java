package org.deepcausalmmm.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.portfolio.Portfolio;
import org.deepcausalmmm.report.portfolio.Portfolio.PortfolioChannel;
import org.deepcausalmmm.report.portfolio.Portfolio.PortfolioRun;
import org.deepcausalmmm.report.text.Human;
import org.jspecify.annotations.Nullable;

/** The values that the template of a portfolio asks for. */
public record PortfolioPage(Portfolio model) {
  /** More rows than this make a chart that nobody reads; the table holds all. */
  private static final int MOST_ROWS = 40;

  /** Returns how many runs are there, and how many need a look. */
  public String sentence() {
    long done = count("done");
    long looks = looks().size();
    return "%s %s. %s."
        .formatted(
            Human.count(model.runs().size(), "job", "jobs"),
            done == model.runs().size()
                ? "finished"
                : "in all: %d finished, %d failed".formatted(done, count("failed")),
            looks == 0
                ? "No job needs a look"
                : Human.count(looks, "job needs a look", "jobs need a look"));
  }

  private long count(String state) {
    return model.runs().stream().filter(run -> run.state().equals(state)).count();
  }

  /** A run that needs a look. */
  public record Look(String title, String why, String action) {}

  /** Returns the runs that need a look: failed ones, then failed checks, then checks to review. */
  public List<Look> looks() {
    List<Look> looks = new ArrayList<>();
    for (PortfolioRun run : model.runs()) {
      if (run.state().equals("failed")) {
        looks.add(new Look(run.title(), run.error(), run.advice()));
      }
    }
    for (String verdict : List.of("fail", "review")) {
      for (PortfolioRun run : model.runs()) {
        if (run.health().equals(verdict)) {
          looks.add(
              new Look(
                  run.title(),
                  "%s: %s".formatted(verdict, Human.words(run.checks().replace(" ", ", "))),
                  "See runs/%s/report.html.".formatted(run.name())));
        }
      }
    }
    return looks;
  }

  /** Returns the channels whose ROI left the interval that it had before the run was replaced. */
  public List<PortfolioChannel> moved() {
    return model.channels().stream().filter(PortfolioChannel::moved).toList();
  }

  /** Returns what moved since the runs were last replaced. */
  public String movedSentence() {
    long compared = model.channels().stream().filter(c -> c.previous() != null).count();
    return compared == 0
        ? "No run was replaced yet, so there is nothing to compare with."
        : "ROI left its previous 90%% interval in %s of %s."
            .formatted(moved().size(), Human.count(compared, "channel", "channels"));
  }

  /** Returns the channels with an ROI. */
  public List<PortfolioChannel> paid() {
    return model.channels().stream().filter(c -> c.roi() != null).toList();
  }

  /** Returns a number with its interval. */
  public String figure(@Nullable Interval interval) {
    return interval == null
        ? "\u2013"
        : Human.number(interval.mean()) + " (" + Human.range(interval) + ")";
  }

  /** Returns a share with its interval. */
  public String share(@Nullable Interval interval) {
    return interval == null
        ? "\u2013"
        : Human.percent(interval.mean()) + " (" + Human.percentRange(interval) + ")";
  }

  /** Returns a probability; a dash where it is not known. */
  public String probability(double value) {
    return Double.isNaN(value) ? "\u2013" : Human.percent(value);
  }

  /** Returns the style sheet. */
  public String style() {
    return Assets.style();
  }

  /** Returns the chart library. */
  public String echarts() {
    return Assets.echarts();
  }

  /** Returns the script that draws the charts. */
  public String script() {
    return Assets.script();
  }

  /** Returns the data of the charts as JSON: of each channel the runs with the most spend. */
  public String data() {
    ObjectNode root = ChartJson.object();
    ArrayNode channels = root.putArray("portfolio");
    for (String name : model.channelNames()) {
      List<PortfolioChannel> rows =
          paid().stream()
              .filter(c -> c.channel().equals(name))
              .sorted(Comparator.comparingDouble(PortfolioChannel::spend).reversed())
              .limit(MOST_ROWS)
              .toList();
      ArrayNode runs = channels.addObject().put("channel", name).putArray("runs");
      for (PortfolioChannel row : rows) {
        ObjectNode node = runs.addObject().put("name", row.title());
        put(node, "roi", row.roi());
        put(node, "pooled", row.pooled());
      }
    }
    return ChartJson.text(root);
  }

  private static void put(ObjectNode node, String key, @Nullable Interval interval) {
    if (interval != null) {
      ChartJson.interval(node.putArray(key), interval);
    }
  }
}
