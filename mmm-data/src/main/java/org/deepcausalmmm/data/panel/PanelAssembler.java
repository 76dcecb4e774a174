package org.deepcausalmmm.data.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.deepcausalmmm.data.ChannelSource;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.Gaps;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Panel.Channel;
import org.deepcausalmmm.data.Panel.Control;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.data.ReachFrequency;
import org.deepcausalmmm.data.RegionWeeks;
import org.deepcausalmmm.data.check.PanelChecks;
import org.deepcausalmmm.data.panel.RawPanel.RawChannel;
import org.jspecify.annotations.Nullable;

/** The step from raw data to a checked panel: it fills gaps and reports them. */
final class PanelAssembler {
  private final RawPanel raw;
  private final int trainWeeks;
  private final List<Finding> findings = new ArrayList<>();
  private int missing;

  PanelAssembler(RawPanel raw, int holdoutWeeks) {
    this.raw = raw;
    this.trainWeeks = raw.weeks().count() - holdoutWeeks;
    if (holdoutWeeks < 0 || trainWeeks < 1) {
      throw DataCode.HOLDOUT_TOO_LONG.error(
          "%d %s cannot be held out of %d."
              .formatted(holdoutWeeks, raw.weeks().period().plural(), raw.weeks().count()),
          "Hold out fewer %s: %d is a quarter of a year."
              .formatted(raw.weeks().period().plural(), raw.weeks().period().wholePerYear() / 4));
    }
  }

  CheckedPanel assemble(int rows, List<Finding> notes) {
    return new PeriodWords(raw.weeks().period()).during(() -> checked(rows, notes));
  }

  private CheckedPanel checked(int rows, List<Finding> notes) {
    reportAbsentRows();
    reportEmptyOutcomes();
    Panel panel =
        new Panel(
            raw.regions(),
            raw.weeks(),
            raw.kpi().value(),
            raw.channels().stream().map(this::channel).toList(),
            raw.controls().stream().map(this::control).toList(),
            moneyValue(),
            population(),
            raw.kpi().name());
    findings.addAll(PanelChecks.check(panel, trainWeeks));
    findings.addAll(notes);
    findings.replaceAll(PeriodWords.of(panel)::in);
    findings.sort(Comparator.comparing(Finding::severity));
    return new CheckedPanel(
        panel,
        new DataReport(rows, missing, findings),
        Gaps.of(raw.present(), raw.controls(), raw.kpi().revenuePerUnit()),
        panel.weekCount() - trainWeeks);
  }

  private void reportAbsentRows() {
    List<String> regions = new ArrayList<>();
    int absent = 0;
    boolean[] anywhere = new boolean[raw.weeks().count()];
    for (int r = 0; r < raw.regions().size(); r++) {
      int before = absent;
      for (int t = 0; t < anywhere.length; t++) {
        anywhere[t] |= raw.present()[r][t];
        absent += raw.present()[r][t] ? 0 : 1;
      }
      if (absent > before) {
        regions.add(raw.regions().get(r) + " (" + (absent - before) + ")");
      }
    }
    missing += absent;
    if (absent > 0) {
      findings.add(
          DataCode.ROWS_ABSENT.warning(
              "%d of %d region-weeks have no row: %s."
                  .formatted(
                      absent, anywhere.length * raw.regions().size(), NameList.list(regions)),
              "Their outcome is unknown and does not enter the fit. Their spend and exposure, whose"
                  + " effect carries over, are estimated from the weeks around them and from the"
                  + " other regions; add the rows, with 0 where nothing was spent."));
    }
    List<String> gaps = new ArrayList<>();
    for (int t = 0; t < anywhere.length; t++) {
      if (!anywhere[t]) {
        gaps.add(raw.weeks().label(t));
      }
    }
    if (!gaps.isEmpty()) {
      findings.add(
          DataCode.WEEKS_ABSENT.warning(
              "Weeks without any row: %s.".formatted(NameList.list(gaps)),
              "Add them: spend in these weeks is taken to lie between that of the weeks around them."));
    }
  }

  private void reportEmptyOutcomes() {
    int empty = empty(raw.kpi().value());
    if (empty > 0) {
      missing += empty;
      findings.add(
          DataCode.OUTCOME_EMPTY.warning(
              "%d cells of '%s' are empty.".formatted(empty, raw.kpi().name()),
              "They do not enter the fit."));
    }
  }

  /** Counts unknown cells of rows that are there. */
  private int empty(double[][] values) {
    int empty = 0;
    for (int r = 0; r < values.length; r++) {
      for (int t = 0; t < values[r].length; t++) {
        empty += raw.present()[r][t] && Double.isNaN(values[r][t]) ? 1 : 0;
      }
    }
    return empty;
  }

  private Channel channel(RawChannel channel) {
    double[][] spend = exposure(channel.spend(), "Spend", channel.name());
    double[][] given = channel.frequency();
    double[][] exposure =
        exposure(channel.exposure(), given == null ? "Exposure" : "Reach", channel.name());
    if (exposure != null && given != null) {
      double[][] frequency = frequency(exposure, given, channel.name());
      return new Channel(
              channel.name(), exposure, spend, false, new ChannelSource(channel.national(), null))
          .respondingBy(new ReachFrequency(exposure, frequency, null));
    }
    ChannelSource source = new ChannelSource(channel.national(), null);
    if (exposure != null) {
      return new Channel(channel.name(), exposure, spend, false, source);
    }
    if (spend == null) {
      throw new IllegalArgumentException("Channel " + channel.name() + " has no data.");
    }
    return new Channel(channel.name(), spend, spend, true, source);
  }

  /**
   * Returns the frequency, the channel's mean where people were reached an unknown number of times.
   */
  private double[][] frequency(double[][] reach, double[][] given, String channel) {
    double[][] frequency = RegionWeeks.map(given, v -> Double.isNaN(v) ? 0 : v);
    double mean =
        new ReachFrequency(known(reach, given), frequency, null).meanFrequency(trainWeeks);
    int filled = 0;
    for (int r = 0; r < frequency.length; r++) {
      for (int t = 0; t < frequency[r].length; t++) {
        if (reach[r][t] > 0 && !(frequency[r][t] > 0)) {
          frequency[r][t] = mean;
          filled += raw.present()[r][t] ? 1 : 0;
        }
      }
    }
    if (filled > 0) {
      missing += filled;
      findings.add(
          DataCode.EXPOSURE_FILLED.warning(
              "Frequency of channel '%s' is empty or 0 in %d cells in which people were reached."
                  .formatted(channel, filled),
              "It was taken as the channel's mean there; fill the cells."));
    }
    return frequency;
  }

  /** Returns reach where the frequency is known, else 0. */
  private static double[][] known(double[][] reach, double[][] frequency) {
    double[][] known = RegionWeeks.copy(reach);
    for (int r = 0; r < known.length; r++) {
      for (int t = 0; t < known[r].length; t++) {
        known[r][t] = frequency[r][t] > 0 ? known[r][t] : 0;
      }
    }
    return known;
  }

  private double @Nullable [][] exposure(
      double @Nullable [][] values, String what, String channel) {
    if (values == null) {
      return null;
    }
    int empty = empty(values);
    if (empty > 0) {
      missing += empty;
      findings.add(
          DataCode.EXPOSURE_FILLED.warning(
              "%s of channel '%s' is empty in %d cells.".formatted(what, channel, empty),
              "It was taken as 0 there; fill the cells if it is unknown rather than 0."));
    }
    double[][] known = RegionWeeks.map(values, v -> Double.isNaN(v) ? 0 : v);
    return AbsentExposure.fill(known, raw.present(), trainWeeks);
  }

  private Control control(Control control) {
    return control.withValue(
        filled(
            control.value(),
            "Control '%s'".formatted(control.name()),
            DataCode.CONTROL_FILLED,
            DataCode.CONTROL_EMPTY));
  }

  private double @Nullable [][] moneyValue() {
    double[][] values = raw.kpi().revenuePerUnit();
    if (values == null) {
      return null;
    }
    for (int r = 0; r < values.length; r++) {
      for (int t = 0; t < values[r].length; t++) {
        if (values[r][t] <= 0) {
          throw DataCode.MONEY_VALUE_BAD.error(
              "The money value of a unit of '%s' is %s in %s."
                  .formatted(raw.kpi().name(), values[r][t], raw.cell(r, t)),
              "Give a value above 0, or leave the cell empty if it is unknown.");
        }
      }
    }
    return filled(values, "The money value", DataCode.MONEY_VALUE_FILLED, DataCode.MONEY_VALUE_BAD);
  }

  private double[][] filled(double[][] values, String what, DataCode note, DataCode error) {
    double[][] filled = GapFiller.fill(values, trainWeeks);
    if (filled == null) {
      throw error.error(
          "%s is empty in all weeks that are used for fitting.".formatted(what),
          "Fill its column, or remove it from the configuration.");
    }
    int empty = empty(values);
    if (empty > 0) {
      missing += empty;
      findings.add(
          note.warning(
              "%s is empty in %d cells.".formatted(what, empty),
              "They were filled from the weeks around them, inside the region."));
    }
    return filled;
  }

  private double @Nullable [] population() {
    double[][] values = raw.population();
    if (values == null) {
      return null;
    }
    double[] population = new double[values.length];
    for (int r = 0; r < values.length; r++) {
      double[] known =
          Arrays.stream(values[r], 0, trainWeeks).filter(v -> !Double.isNaN(v)).toArray();
      population[r] = Arrays.stream(known).average().orElse(Double.NaN);
      if (!(population[r] > 0)) {
        throw DataCode.POPULATION_BAD.error(
            "The population of region %s is %s."
                .formatted(raw.regions().get(r), known.length == 0 ? "unknown" : population[r]),
            "Give a number above 0 in the weeks that are used for fitting.");
      }
      double first = known[0];
      if (Arrays.stream(known).allMatch(v -> v == first)) {
        population[r] = first;
      } else {
        findings.add(
            DataCode.POPULATION_VARIES.note(
                "The population of region %s varies over the weeks."
                    .formatted(raw.regions().get(r)),
                "Its mean was taken."));
      }
    }
    return population;
  }
}
