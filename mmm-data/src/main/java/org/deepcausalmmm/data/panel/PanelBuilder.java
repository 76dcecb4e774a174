package org.deepcausalmmm.data.panel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.RegionWeeks;
import org.deepcausalmmm.data.TreatmentBaseline;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.panel.RawPanel.RawChannel;
import org.jspecify.annotations.Nullable;

/**
 * The builder of a panel from arrays, with the same checks as one that is read from a file.
 *
 * <p>All arrays are [region][week], or [week] for a national panel, and are copied. NaN stands for
 * an unknown value: an outcome is left out of the fit, an exposure or spend is taken as 0, anything
 * else is filled from the weeks around it. Where all of outcome, exposure and spend are unknown, as
 * in a row that is not there, exposure and spend are estimated from the weeks around and from the
 * other regions.
 */
public final class PanelBuilder {
  private final List<String> regions;
  private final Weeks weeks;
  private final Set<String> names = new HashSet<>();
  private final List<RawChannel> paid = new ArrayList<>();
  private final List<RawChannel> organic = new ArrayList<>();
  private final List<Panel.Control> controls = new ArrayList<>();
  private String kpi = "";
  private double @Nullable [][] outcome;
  private double @Nullable [][] revenuePerKpi;
  private double @Nullable [][] population;

  private PanelBuilder(List<String> regions, Weeks weeks) {
    this.regions = List.copyOf(regions);
    this.weeks = weeks;
    if (regions.isEmpty() || weeks.count() < 1) {
      throw DataCode.SHAPE_WRONG.error(
          "A panel has %d regions and %d weeks.".formatted(regions.size(), weeks.count()),
          "Give at least one of each.");
    }
    if (new HashSet<>(regions).size() < regions.size()) {
      throw DataCode.NAME_TWICE.error(
          "Two regions have the same name.", "Give each region a name of its own.");
    }
  }

  /** Returns a builder of a panel of one country without regions. */
  public static PanelBuilder national(Weeks weeks) {
    return new PanelBuilder(List.of("national"), weeks);
  }

  /** Returns a builder of a panel of several regions, in the order of the arrays that follow. */
  public static PanelBuilder regional(List<String> regions, Weeks weeks) {
    return new PanelBuilder(regions, weeks);
  }

  /** Returns the outcome, for example revenue. */
  public PanelBuilder outcome(String name, double[]... values) {
    kpi = name;
    outcome = checked("Outcome '" + name + "'", values);
    return this;
  }

  /** Adds a paid channel whose exposure is its spend. */
  public PanelBuilder channel(String name, double[]... spend) {
    paid.add(new RawChannel(unique(name), null, amounts("Spend of '" + name + "'", spend)));
    return this;
  }

  /** Adds a paid channel with spend and exposure. */
  public PanelBuilder channel(String name, double[][] spend, double[][] exposure) {
    paid.add(
        new RawChannel(
            unique(name),
            amounts("Exposure of '" + name + "'", exposure),
            amounts("Spend of '" + name + "'", spend)));
    return this;
  }

  /** Adds a paid channel with spend and exposure to a national panel. */
  public PanelBuilder channel(String name, double[] spend, double[] exposure) {
    return channel(name, new double[][] {spend}, new double[][] {exposure});
  }

  /** Adds a paid channel whose spend is not known. */
  public PanelBuilder exposure(String name, double[]... exposure) {
    paid.add(new RawChannel(unique(name), amounts("Exposure of '" + name + "'", exposure), null));
    return this;
  }

  /** Adds a channel that costs nothing. */
  public PanelBuilder organic(String name, double[]... exposure) {
    organic.add(
        new RawChannel(unique(name), amounts("Exposure of '" + name + "'", exposure), null));
    return this;
  }

  /**
   * Adds a paid channel with spend, reach and frequency; the fit estimates the response to
   * frequency.
   */
  public PanelBuilder contacts(
      String name, double[][] spend, double[][] reach, double[][] frequency) {
    paid.add(reached(name, amounts("Spend of '" + name + "'", spend), reach, frequency));
    return this;
  }

  /** Adds a channel that costs nothing, with reach and frequency. */
  public PanelBuilder organicContacts(String name, double[][] reach, double[][] frequency) {
    organic.add(reached(name, null, reach, frequency));
    return this;
  }

  private RawChannel reached(
      String name, double @Nullable [][] spend, double[][] reach, double[][] frequency) {
    return new RawChannel(
        unique(name),
        amounts("Reach of '" + name + "'", reach),
        spend,
        amounts("Frequency of '" + name + "'", frequency),
        false);
  }

  /**
   * Marks channels whose figures are known for all regions together only and were spread by
   * population, so that their effect is not taken to differ between regions.
   */
  public PanelBuilder spreadByPopulation(String... channels) {
    Set<String> marked = Set.of(channels);
    paid.replaceAll(c -> marked.contains(c.name()) ? c.spreadByPopulation() : c);
    organic.replaceAll(c -> marked.contains(c.name()) ? c.spreadByPopulation() : c);
    return this;
  }

  /** Adds a control. */
  public PanelBuilder control(String name, double[]... values) {
    controls.add(new Panel.Control(unique(name), checked("Control '" + name + "'", values)));
    return this;
  }

  /**
   * Adds a treatment other than media, such as price.
   *
   * @param baseline what its contribution is measured against
   */
  public PanelBuilder treatment(String name, TreatmentBaseline baseline, double[]... values) {
    controls.add(
        new Panel.Control(unique(name), checked("Treatment '" + name + "'", values), baseline));
    return this;
  }

  /** Returns the money value of a unit of the outcome. */
  public PanelBuilder revenuePerKpi(double[]... values) {
    revenuePerKpi = checked("The money value", values);
    return this;
  }

  /** Returns the population of each region. */
  public PanelBuilder population(double... values) {
    if (values.length != regions.size()) {
      throw DataCode.SHAPE_WRONG.error(
          "The population has %d values for %d regions.".formatted(values.length, regions.size()),
          "Give one value a region.");
    }
    population = new double[values.length][weeks.count()];
    for (int r = 0; r < values.length; r++) {
      java.util.Arrays.fill(population[r], values[r]);
    }
    return this;
  }

  /**
   * Builds the panel.
   *
   * @throws org.deepcausalmmm.api.MmmException if it cannot be fitted
   */
  public Panel build() {
    return check(0).usable();
  }

  /**
   * Builds the panel and reports what was found in it.
   *
   * @param holdoutWeeks how many of the last weeks will be held out of a fit
   */
  public CheckedPanel check(int holdoutWeeks) {
    double[][] known = outcome;
    List<RawChannel> channels = new ArrayList<>(paid);
    channels.addAll(organic);
    if (known == null || channels.isEmpty()) {
      throw DataCode.ROLES_UNKNOWN.error(
          "The panel has no %s.".formatted(known == null ? "outcome" : "channel"),
          "Add one before you build it.");
    }
    boolean[][] present = present(known, channels);
    int rows = 0;
    for (boolean[] region : present) {
      for (boolean there : region) {
        rows += there ? 1 : 0;
      }
    }
    RawPanel raw =
        new RawPanel(
            regions,
            weeks,
            new RawPanel.RawOutcome(kpi, known, revenuePerKpi),
            channels,
            controls,
            population,
            present);
    return new PanelAssembler(raw, holdoutWeeks).assemble(rows, List.of());
  }

  /** Returns which region-weeks have anything known of their outcome or their marketing. */
  private boolean[][] present(double[][] known, List<RawChannel> channels) {
    boolean[][] present = new boolean[regions.size()][weeks.count()];
    mark(known, present);
    for (RawChannel channel : channels) {
      mark(channel.spend(), present);
      mark(channel.exposure(), present);
    }
    return present;
  }

  private static void mark(double @Nullable [][] values, boolean[][] present) {
    for (int r = 0; values != null && r < values.length; r++) {
      for (int t = 0; t < values[r].length; t++) {
        present[r][t] |= !Double.isNaN(values[r][t]);
      }
    }
  }

  private String unique(String name) {
    if (!names.add(name)) {
      throw DataCode.NAME_TWICE.error(
          "Two channels or controls are named '%s'.".formatted(name), "Rename one of them.");
    }
    return name;
  }

  private double[][] amounts(String what, double[][] values) {
    double[][] amounts = checked(what, values);
    for (int r = 0; r < amounts.length; r++) {
      for (int t = 0; t < amounts[r].length; t++) {
        if (amounts[r][t] < 0) {
          throw DataCode.NEGATIVE_EXPOSURE.error(
              "%s is %s at [%d][%d] (region %s, week %s)."
                  .formatted(what, amounts[r][t], r, t, regions.get(r), weeks.label(t)),
              "must be at least 0; book corrections in the week of the original spend.");
        }
      }
    }
    return amounts;
  }

  private double[][] checked(String what, double[][] values) {
    if (values.length != regions.size()) {
      throw DataCode.SHAPE_WRONG.error(
          "%s has %d regions, the panel has %d.".formatted(what, values.length, regions.size()),
          "Give an array [region][week].");
    }
    for (int r = 0; r < values.length; r++) {
      if (values[r].length != weeks.count()) {
        throw DataCode.SHAPE_WRONG.error(
            "%s has %d weeks in region %s, the panel has %d."
                .formatted(what, values[r].length, regions.get(r), weeks.count()),
            "Give an array [region][week].");
      }
      for (int t = 0; t < values[r].length; t++) {
        if (Double.isInfinite(values[r][t])) {
          throw DataCode.NON_FINITE.error(
              "%s is %s at [%d][%d] (region %s, week %s)."
                  .formatted(what, values[r][t], r, t, regions.get(r), weeks.label(t)),
              "Give a finite number, or NaN if it is unknown.");
        }
      }
    }
    return RegionWeeks.copy(values);
  }
}
