package org.deepcausalmmm.data.check;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.SeriesStatistics;
import org.jspecify.annotations.Nullable;

/** All checks of a panel: errors that prevent a fit, and warnings and notes. */
public final class PanelChecks {
  /** Three times the channels of the largest benchmark. */
  private static final int MOST_CHANNELS = 40;

  private static final int LEAST_WEEKS = 26;
  private static final int LEAST_MONTHS = 24;

  private PanelChecks() {}

  /** Checks a panel whose first weeks are used for fitting. */
  public static List<Finding> check(Panel panel, int trainWeeks) {
    List<Finding> findings = new ArrayList<>();
    add(findings, weeks(panel, trainWeeks));
    add(findings, observations(panel, trainWeeks));
    add(findings, size(panel));
    findings.addAll(OutcomeChecks.check(panel, trainWeeks));
    findings.addAll(ChannelChecks.check(panel, trainWeeks));
    findings.addAll(ChannelPairChecks.check(panel, trainWeeks));
    findings.addAll(ControlPairChecks.check(panel, trainWeeks));
    findings.addAll(MediatorChecks.check(panel, trainWeeks));
    findings.addAll(MarketingOutlierChecks.check(panel));
    for (Panel.Control control : panel.controls()) {
      add(findings, control(control, trainWeeks));
    }
    return findings;
  }

  private static void add(List<Finding> findings, @Nullable Finding finding) {
    if (finding != null) {
      findings.add(finding);
    }
  }

  private static @Nullable Finding size(Panel panel) {
    return panel.channelCount() <= MOST_CHANNELS
        ? null
        : DataCode.MANY_CHANNELS.warning(
            "%d channels: fits of more than %d were not measured, and may take hours."
                .formatted(panel.channelCount(), MOST_CHANNELS),
            "Join sub-campaigns into channels with 'data: {groups: ...}': the fit looks for effects between all"
                + " pairs of channels.");
  }

  private static @Nullable Finding weeks(Panel panel, int trainWeeks) {
    Period period = panel.weeks().period();
    int least = period == Period.MONTH ? LEAST_MONTHS : LEAST_WEEKS;
    if (trainWeeks >= least) {
      return null;
    }
    int holdout = panel.weekCount() - trainWeeks;
    return DataCode.TOO_FEW_WEEKS.fault(
        "There are %d %s to fit%s; at least %d are needed."
            .formatted(
                trainWeeks,
                period.plural(),
                holdout > 0 ? " (and " + holdout + " in the holdout)" : "",
                least),
        "Give more %s, two years if you can%s."
            .formatted(period.plural(), holdout > 0 ? ", or hold out fewer" : ""));
  }

  private static @Nullable Finding observations(Panel panel, int trainWeeks) {
    int observed = 0;
    for (int r = 0; r < panel.regionCount(); r++) {
      for (int t = 0; t < trainWeeks; t++) {
        observed += panel.observed(r, t) ? 1 : 0;
      }
    }
    int channels = panel.channelCount();
    int controls = panel.controls().size();
    int needed = 3 * (channels + controls + 10);
    if (observed < needed) {
      return DataCode.TOO_FEW_OBSERVATIONS.fault(
          "%d outcomes are known for %d channels and %d controls; at least %d are needed, three for each channel, control and ten more."
              .formatted(observed, channels, controls, needed),
          "Give more weeks or regions, or join channels and leave out controls.");
    }
    int cells = panel.regionCount() * trainWeeks;
    if (observed < 0.8 * cells) {
      return DataCode.MANY_MISSING.warning(
          "Only %d of %d outcomes are known.".formatted(observed, cells),
          "Check whether rows were lost on the way.");
    }
    return null;
  }

  private static @Nullable Finding control(Panel.Control control, int trainWeeks) {
    return SeriesStatistics.varies(control.value(), trainWeeks)
        ? null
        : DataCode.CONTROL_CONSTANT.warning(
            "Control '%s' does not vary in the weeks used for fitting.".formatted(control.name()),
            "It explains nothing there; leave it out.");
  }
}
