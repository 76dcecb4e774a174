package org.deepcausalmmm.report.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.ReportModel.ChannelResult;
import org.deepcausalmmm.report.run.RunVerdict;
import org.deepcausalmmm.report.text.Human;
import org.jspecify.annotations.Nullable;

/**
 * The values that the template of a comparison of two runs asks for.
 *
 * @param name the name of the run that is looked at
 * @param otherName the name of the run that it is compared with
 */
public record ComparisonPage(String name, ReportModel model, String otherName, ReportModel other) {

  /** A channel in both runs; null where a run lacks it. */
  public record ChannelPair(
      String name, @Nullable ChannelResult here, @Nullable ChannelResult there) {

    /** Returns the channel of both runs, if both have it. */
    public boolean complete() {
      return here != null && there != null;
    }
  }

  /** Returns the channels of both runs. */
  public List<ChannelPair> channels() {
    Set<String> names = new LinkedHashSet<>();
    model.channels().forEach(channel -> names.add(channel.name()));
    other.channels().forEach(channel -> names.add(channel.name()));
    List<ChannelPair> pairs = new ArrayList<>();
    names.forEach(each -> pairs.add(new ChannelPair(each, find(model, each), find(other, each))));
    return pairs;
  }

  private static @Nullable ChannelResult find(ReportModel model, String name) {
    return model.channels().stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
  }

  /** Returns how many channels lie outside the other run's interval. */
  public String sentence() {
    List<ChannelPair> both = channels().stream().filter(ChannelPair::complete).toList();
    long moved = both.stream().filter(pair -> !inside(pair)).count();
    return "The contribution share of %s of %s lies outside the 90%% interval of %s."
        .formatted(moved, Human.count(both.size(), "channel", "channels"), otherName);
  }

  /** Returns whether the share of a channel lies in the other run's interval. */
  public boolean inside(ChannelPair pair) {
    return pair.here() != null
        && pair.there() != null
        && pair.here().share().mean() >= pair.there().share().lower()
        && pair.here().share().mean() <= pair.there().share().upper();
  }

  /** Returns the ROI of a channel; null without spend or channel. */
  public @Nullable Interval roi(@Nullable ChannelResult channel) {
    return channel == null ? null : channel.roi();
  }

  /** Returns a number with its interval. */
  public String figure(@Nullable Interval interval) {
    return interval == null
        ? "\u2013"
        : Human.number(interval.mean()) + " (" + Human.range(interval) + ")";
  }

  /** Returns a share with its interval. */
  public String share(@Nullable ChannelResult channel) {
    return channel == null
        ? "\u2013"
        : Human.percent(channel.share().mean()) + " (" + Human.percentRange(channel.share()) + ")";
  }

  /** Returns the verdict of a run. */
  public RunVerdict verdict(ReportModel run) {
    return RunVerdict.of(run.summary());
  }

  /** Returns R2 in the holdout; null without a holdout. */
  public @Nullable Double holdout(ReportModel run) {
    return Optional.ofNullable(run.summary().holdout()).map(h -> h.r2()).orElse(null);
  }

  /** Returns the lines of the configuration that only one of the runs has. */
  public List<String> differences() {
    List<String> here = model.configuration().lines().toList();
    List<String> there = other.configuration().lines().toList();
    List<String> lines = new ArrayList<>();
    here.stream().filter(line -> !there.contains(line)).forEach(l -> lines.add(name + ": " + l));
    there.stream()
        .filter(line -> !here.contains(line))
        .forEach(l -> lines.add(otherName + ": " + l));
    return lines;
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

  /** Returns the data of the charts as JSON. */
  public String data() {
    ObjectNode root = ChartJson.object();
    root.put("name", name).put("otherName", otherName);
    ArrayNode pairs = root.putArray("pairs");
    for (ChannelPair pair : channels()) {
      ObjectNode node = pairs.addObject().put("name", pair.name());
      put(node, "share", pair.here() == null ? null : pair.here().share());
      put(node, "otherShare", pair.there() == null ? null : pair.there().share());
      put(node, "roi", roi(pair.here()));
      put(node, "otherRoi", roi(pair.there()));
    }
    return ChartJson.text(root);
  }

  private static void put(ObjectNode node, String key, @Nullable Interval interval) {
    if (interval != null) {
      ChartJson.interval(node.putArray(key), interval);
    }
  }
}
