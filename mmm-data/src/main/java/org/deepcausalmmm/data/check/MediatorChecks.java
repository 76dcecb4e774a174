package org.deepcausalmmm.data.check;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.QuotedText;

/**
 * The check for controls that media move: a mediator, such as visits or searches for the brand,
 * takes from media what they brought through it.
 */
final class MediatorChecks {
  /** Far beyond chance among hundreds of pairs of control and channel. */
  private static final double STRONG = 6;

  /** Exposure that follows demand explains a control before and after alike. */
  private static final double MORE_THAN_LATER = 2.5;

  private static final int LEAST_CELLS = 60;
  private static final int LEAST_VALUES = 10;

  /** Pairs in a file of hundreds of columns would take longer than the fit. */
  private static final int MOST_PAIRS = 20_000;

  private MediatorChecks() {}

  static List<Finding> check(Panel panel, int trainWeeks) {
    LaggedAssociation association = new LaggedAssociation(panel, trainWeeks);
    List<Finding> findings = new ArrayList<>();
    if (association.cells() < LEAST_CELLS
        || panel.controls().size() * panel.channelCount() > MOST_PAIRS) {
      return findings;
    }
    for (Panel.Control control : panel.controls()) {
      if (control.treatment() == null && hasManyValues(control, trainWeeks)) {
        List<String> channels = movers(panel, control, association);
        if (!channels.isEmpty()) {
          findings.add(
              DataCode.MEDIATOR.warning(
                  "Control '%s' follows earlier exposure of %s."
                      .formatted(QuotedText.of(control.name()), NameList.quoted(channels)),
                  "If media move it, the part of their effect that passes through it is credited to"
                      + " the control: leave it out. Keep it if it affects the outcome by itself."));
        }
      }
    }
    return findings;
  }

  private static List<String> movers(
      Panel panel, Panel.Control control, LaggedAssociation association) {
    List<String> channels = new ArrayList<>();
    for (Panel.Channel channel : panel.channels()) {
      LaggedAssociation.Association found = association.of(control.value(), channel.exposure());
      if (Math.abs(found.earlier()) > STRONG
          && Math.abs(found.earlier()) > MORE_THAN_LATER * Math.abs(found.later())) {
        channels.add(channel.name());
      }
    }
    return channels;
  }

  /** Returns whether a control is no flag: flags of campaigns and holidays are planned. */
  private static boolean hasManyValues(Panel.Control control, int trainWeeks) {
    return java.util.Arrays.stream(control.value())
            .flatMapToDouble(row -> java.util.Arrays.stream(row, 0, trainWeeks))
            .distinct()
            .limit(LEAST_VALUES)
            .count()
        >= LEAST_VALUES;
  }
}
