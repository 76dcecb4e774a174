package org.deepcausalmmm.data.panel;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.RegionWeeks;
import org.deepcausalmmm.data.TreatmentBaseline;
import org.deepcausalmmm.data.check.RoleProposals;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.config.DataConfig.FactColumns;
import org.deepcausalmmm.data.panel.RawPanel.RawChannel;
import org.deepcausalmmm.data.shape.Tidier;
import org.deepcausalmmm.data.shape.TidyTable;
import org.deepcausalmmm.data.table.NumberText;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.Table.Row;
import org.jspecify.annotations.Nullable;

/**
 * The reader of a panel from a table whose columns have roles.
 *
 * <p>The panel is the full rectangle of regions and weeks. A region-week without a row has an
 * unknown outcome, and no exposure; what is filled in, and how, stands in the report.
 */
public final class PanelReader {

  /**
   * Reads and checks a panel.
   *
   * @param roles which column plays which role
   * @param holdoutWeeks how many of the last weeks are held out: nothing in them changes what the
   *     panel holds for the weeks before
   * @throws org.deepcausalmmm.api.MmmException if no panel can be made of the table; other errors
   *     stand in the report
   */
  public CheckedPanel read(Table table, DataConfig roles, int holdoutWeeks) {
    RoleChecks.check(table, roles);
    return read(new Tidier().tidy(table, roles), holdoutWeeks);
  }

  /** Reads and checks a panel of a table that is in shape. */
  public CheckedPanel read(TidyTable tidy, int holdoutWeeks) {
    Table table = tidy.table();
    DataConfig roles = tidy.roles();
    WeekIndex weeks = WeekIndex.of(table, table.index(roles.time()));
    Layout layout = Layout.of(table, roles.geo(), weeks);
    List<RawChannel> channels = new ArrayList<>();
    List<Finding> findings = new ArrayList<>(table.notes());
    findings.addAll(tidy.findings());
    Finding alike = RoleChecks.alike(table);
    if (alike != null) {
      findings.add(alike);
    }
    for (ChannelColumns channel : concat(roles.channels(), roles.organic())) {
      channels.add(
          new RawChannel(
              channel.name(),
              layout.optional(channel.reach() == null ? channel.exposure() : channel.reach(), true),
              layout.optional(channel.spend(), true),
              channel.reach() == null ? null : layout.frequency(channel, findings),
              channel.national()));
    }
    List<Panel.Control> controls = new ArrayList<>();
    for (String name : roles.controls()) {
      controls.add(new Panel.Control(name, layout.read(name, false)));
    }
    for (String name : roles.others().treatments()) {
      TreatmentBaseline baseline = roles.others().baseline(name);
      controls.add(new Panel.Control(name, layout.read(name, false), baseline));
      findings.add(
          DataCode.TREATMENT.note(
              "'%s' is a treatment: its contribution is measured against %s."
                  .formatted(QuotedText.of(name), words(baseline)),
              "Set another value at data.treatment_baselines: min, q1, median, q3, max or a"
                  + " number."));
    }
    findings.addAll(RoleProposals.of(roles.channels()));
    double[][] outcome = layout.read(roles.outcome(), false);
    RawPanel raw =
        new RawPanel(
            layout.regions(),
            weeks.weeks(),
            new RawPanel.RawOutcome(
                roles.outcome(), outcome, layout.valueOfUnit(roles.facts(), outcome)),
            channels,
            controls,
            layout.optional(roles.population(), false),
            layout.present());
    return new PanelAssembler(raw, holdoutWeeks).assemble(table.rows().size(), findings);
  }

  private static String words(TreatmentBaseline baseline) {
    TreatmentBaseline.Level level = baseline.level();
    return level == null
        ? Double.toString(baseline.value())
        : "the %s of all regions and training weeks".formatted(level.word());
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** The region and week of each row of the table. */
  private record Layout(Table table, List<String> regions, WeekIndex weeks, List<Integer> region) {

    static Layout of(Table table, @Nullable String geo, WeekIndex weeks) {
      Map<String, Integer> regions = new LinkedHashMap<>();
      List<Integer> region = new ArrayList<>(table.rows().size());
      for (Row row : table.rows()) {
        String name = geo == null ? "national" : regionName(table, row, geo);
        regions.putIfAbsent(name, regions.size());
        region.add(regions.get(name));
      }
      Layout layout = new Layout(table, List.copyOf(regions.keySet()), weeks, region);
      layout.checkDuplicates(geo);
      return layout;
    }

    private static String regionName(Table table, Row row, String geo) {
      int column = table.index(geo);
      String name = row.cells().get(column);
      if (name.isEmpty()) {
        throw DataCode.KEY_EMPTY.error(
            "%s is empty.".formatted(NumberText.place(table, row, column)),
            "Every row needs its region; remove the row if it holds a total.");
      }
      return name;
    }

    private void checkDuplicates(@Nullable String geo) {
      int[][] line = new int[regions.size()][weeks.weeks().count()];
      for (int i = 0; i < region.size(); i++) {
        int r = region.get(i);
        int t = weeks.position()[i];
        int here = table.rows().get(i).line();
        if (line[r][t] > 0) {
          throw DataCode.DUPLICATE_ROW.error(
              "%s: lines %d and %d are both %s."
                  .formatted(
                      table.source(),
                      line[r][t],
                      here,
                      (geo == null ? "" : "region " + regions.get(r) + ", ")
                          + "week "
                          + weeks.weeks().label(t)),
              geo == null
                  ? "If the table has regions, name their column at data.geo."
                  : "Remove one of them, or add them up if both count.");
        }
        line[r][t] = here;
      }
    }

    boolean[][] present() {
      boolean[][] present = new boolean[regions.size()][weeks.weeks().count()];
      for (int i = 0; i < region.size(); i++) {
        present[region.get(i)][weeks.position()[i]] = true;
      }
      return present;
    }

    double @Nullable [][] optional(@Nullable String name, boolean exposure) {
      return name == null ? null : read(name, exposure);
    }

    /** Returns the frequency of a channel with reach. */
    double[][] frequency(ChannelColumns channel, List<Finding> findings) {
      String column = requireNonNull(channel.frequency());
      findings.add(
          DataCode.REACH_FREQUENCY.note(
              "Channel '%s' has reach '%s' and frequency '%s'."
                  .formatted(
                      QuotedText.of(channel.name()),
                      QuotedText.of(requireNonNull(channel.reach())),
                      QuotedText.of(column)),
              "Its exposure is reach times a response to frequency, which the fit estimates; the"
                  + " best frequency is reported."));
      return read(column, true);
    }

    /** Returns the money value of a unit of the outcome; null if it is not known. */
    double @Nullable [][] valueOfUnit(FactColumns facts, double[][] outcome) {
      if (facts.revenue() == null) {
        return optional(facts.revenuePerKpi(), false);
      }
      double[][] value = read(facts.revenue(), false);
      for (int r = 0; r < value.length; r++) {
        for (int t = 0; t < value[r].length; t++) {
          value[r][t] =
              outcome[r][t] > 0 && value[r][t] > 0 ? value[r][t] / outcome[r][t] : Double.NaN;
        }
      }
      return value;
    }

    double[][] read(String name, boolean exposure) {
      int column = table.index(name);
      double[][] values = RegionWeeks.filled(regions.size(), weeks.weeks().count(), Double.NaN);
      double most = 0;
      Row far = table.rows().get(0);
      for (int i = 0; i < region.size(); i++) {
        Row row = table.rows().get(i);
        double value = NumberText.parse(table, row, column);
        if (exposure && value < 0) {
          throw DataCode.NEGATIVE_EXPOSURE.error(
              "%s: spend or exposure is negative, %s."
                  .formatted(
                      NumberText.place(table, row, column), QuotedText.of(row.cells().get(column))),
              "Book refunds and corrections in the week of the original spend; it must be at least 0.");
        }
        values[region.get(i)][weeks.position()[i]] = value;
        if (Math.abs(value) > most) {
          most = Math.abs(value);
          far = row;
        }
      }
      NumberRange.check(table, far, column, most);
      return values;
    }
  }
}
