package org.deepcausalmmm.report.portfolio;

import java.util.LinkedHashSet;
import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a batch with the ROI of their channels.
 *
 * @param version of the platform that made the tables
 * @param runs one for each job
 * @param channels one for each channel of each finished run
 * @param spread how ROI differs over runs, by channel; empty if ROI was not pooled
 */
public record Portfolio(
    String version, List<PortfolioRun> runs, List<PortfolioChannel> channels, List<Spread> spread) {
  public Portfolio {
    runs = List.copyOf(runs);
    channels = List.copyOf(channels);
    spread = List.copyOf(spread);
  }

  /**
   * A job of the batch.
   *
   * @param state done, failed or open
   * @param health the worst verdict of its checks; blank unless done
   * @param checks the checks that have that verdict, apart by spaces
   * @param mediaShare contribution share of all media; null unless done
   * @param error code and message; blank unless failed
   * @param advice what to do about the error
   */
  public record PortfolioRun(
      String name,
      String title,
      String state,
      String health,
      String checks,
      @Nullable Interval mediaShare,
      String error,
      String advice) {}

  /**
   * A channel of a run.
   *
   * @param title of the run
   * @param roi null without spend
   * @param previous the ROI before the run was last replaced; null if it was not
   * @param moved whether ROI left its previous interval
   * @param pooled the ROI pooled over the runs; null if it was not pooled
   */
  public record PortfolioChannel(
      String title,
      String channel,
      double spend,
      @Nullable Interval roi,
      String evidence,
      @Nullable Interval previous,
      boolean moved,
      @Nullable Interval pooled) {}

  /**
   * How the ROI of a channel differs over runs.
   *
   * @param roi of the middle run
   * @param spread scale of the distribution of the logarithm of ROI
   * @param byMoments its standard deviation by moments, without a prior
   * @param probability that the runs have one distribution of ROI, and not each its own prior
   */
  public record Spread(
      String channel,
      int runs,
      Interval roi,
      Interval spread,
      double byMoments,
      double probability) {}

  /** Returns the names of all channels, in the order of the runs. */
  public List<String> channelNames() {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    channels.forEach(channel -> names.add(channel.channel()));
    return List.copyOf(names);
  }

  /** Returns whether ROI was pooled over the runs. */
  public boolean pooled() {
    return !spread.isEmpty();
  }
}
