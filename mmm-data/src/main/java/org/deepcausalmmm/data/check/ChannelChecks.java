package org.deepcausalmmm.data.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Panel.Channel;
import org.deepcausalmmm.data.SeriesStatistics;

/** The checks of single channels. */
final class ChannelChecks {
  private static final double RARE = 0.05;

  /** How many weeks show whether a channel runs at once, and from which share of its mean on. */
  private static final int FIRST_WEEKS = 8;

  private static final double RUNNING = 0.25;
  private static final String REMOVE = "Remove it from the channels: it has no effect to find.";

  private ChannelChecks() {}

  static List<Finding> check(Panel panel, int trainWeeks) {
    List<Finding> findings = new ArrayList<>();
    for (Channel channel : panel.channels()) {
      variation(panel, channel, trainWeeks, findings);
      double[][] spend = channel.spend();
      if (spend != null && !channel.exposureIsSpend()) {
        agreement(panel, channel, spend, findings);
      }
    }
    findings.addAll(SubtotalCheck.check(panel));
    earlierWeeks(panel, trainWeeks, findings);
    return findings;
  }

  private static void variation(
      Panel panel, Channel channel, int trainWeeks, List<Finding> findings) {
    String name = channel.name();
    int on = onBeforeAnOutcome(panel, channel, trainWeeks);
    int cells = panel.regionCount() * trainWeeks;
    if (SeriesStatistics.positive(channel.exposure(), panel.weekCount()) == 0) {
      findings.add(
          DataCode.CHANNEL_ALL_ZERO.fault(
              "Channel '%s' is 0 in every week of every region.".formatted(name), REMOVE));
    } else if (on == 0) {
      findings.add(
          DataCode.CHANNEL_ONLY_HOLDOUT.warning(
              "Channel '%s' is on only in weeks that are held out or after the last known outcome."
                  .formatted(name),
              "Its effect cannot be learned and is 0; hold out fewer weeks to learn it, or leave"
                  + " it out."));
    } else if (!SeriesStatistics.varies(channel.exposure(), panel.weekCount())) {
      findings.add(
          DataCode.CHANNEL_CONSTANT.fault(
              "Channel '%s' never varies over the weeks of any region.".formatted(name),
              "Remove it from the channels: what never changes cannot be told from the"
                  + " baseline."));
    } else if (!SeriesStatistics.varies(channel.exposure(), trainWeeks)) {
      findings.add(
          DataCode.CHANNEL_CONSTANT.warning(
              "Channel '%s' varies only in the weeks held out.".formatted(name),
              "Its effect rests on the priors; hold out fewer weeks to learn it."));
    } else if (on < RARE * cells) {
      findings.add(
          DataCode.CHANNEL_RARE.warning(
              "Channel '%s' is on in %d of %d region-weeks.".formatted(name, on, cells),
              "Expect a wide interval, or join it with a channel like it."));
    }
  }

  /** Finds channels that ran before the data most likely, which carry over into them. */
  private static void earlierWeeks(Panel panel, int trainWeeks, List<Finding> findings) {
    if (trainWeeks <= FIRST_WEEKS) {
      return;
    }
    List<String> running = new ArrayList<>();
    for (Channel channel : panel.channels()) {
      double first = 0;
      double all = 0;
      for (int r = 0; r < panel.regionCount(); r++) {
        // It does not matter where the outcome of the first weeks is not looked at.
        int region = r;
        boolean looked =
            IntStream.range(0, FIRST_WEEKS).anyMatch(week -> panel.observed(region, week));
        for (int t = 0; t < trainWeeks && looked; t++) {
          all += channel.exposure()[r][t] / trainWeeks;
          first += t < FIRST_WEEKS ? channel.exposure()[r][t] / FIRST_WEEKS : 0;
        }
      }
      if (first > RUNNING * all) {
        running.add(channel.name());
      }
    }
    if (!running.isEmpty()) {
      findings.add(
          DataCode.RUNS_FROM_THE_START.note(
              "Channels that run from the first weeks on: %s.".formatted(NameList.list(running)),
              "What was spent before is taken to be as much, and unless the data show that nothing"
                  + " was, the fit does not learn from the outcomes that it reaches into, a twelfth"
                  + " of the weeks at most. Better add rows for half a year of earlier weeks with"
                  + " their spend and exposure and an empty outcome."));
    }
  }

  /** Counts the region-weeks that are on, up to the region's last outcome used for fitting. */
  private static int onBeforeAnOutcome(Panel panel, Channel channel, int trainWeeks) {
    int on = 0;
    for (int r = 0; r < panel.regionCount(); r++) {
      int last = trainWeeks - 1;
      while (last >= 0 && !panel.observed(r, last)) {
        last--;
      }
      for (int t = 0; t <= last; t++) {
        on += channel.exposure()[r][t] > 0 ? 1 : 0;
      }
    }
    return on;
  }

  private static void agreement(
      Panel panel, Channel channel, double[][] spend, List<Finding> findings) {
    int unpaid = 0;
    int unseen = 0;
    for (int r = 0; r < panel.regionCount(); r++) {
      for (int t = 0; t < panel.weekCount(); t++) {
        boolean seen = channel.exposure()[r][t] > 0;
        boolean paid = spend[r][t] > 0;
        unpaid += seen && !paid ? 1 : 0;
        unseen += paid && !seen ? 1 : 0;
      }
    }
    if (unseen > 0) {
      findings.add(
          DataCode.SPEND_WITHOUT_EXPOSURE.warning(
              "Channel '%s' has spend without exposure in %d region-weeks."
                  .formatted(channel.name(), unseen),
              "Check that both are booked in the week in which the audience met it."));
    }
    if (unpaid > 0) {
      findings.add(
          DataCode.EXPOSURE_WITHOUT_SPEND.note(
              "Channel '%s' has exposure without spend in %d region-weeks."
                  .formatted(channel.name(), unpaid),
              "Its effect counts in the return on the spend of the other weeks."));
    }
  }
}
