package org.deepcausalmmm.core.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.error.CoreCode;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.Scaling;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ExperimentConfig;
import org.deepcausalmmm.data.yaml.ConfigCode;

/**
 * The experiments of a configuration in the indices of a panel.
 *
 * @param placed in the order of the configuration
 * @param timeVariation standard deviation of time-varying effectiveness, by which an experiment
 *     says less of other weeks; 0 where effectiveness is constant
 */
public record Experiments(
    Panel panel,
    Scaling scaling,
    StructuralEquations equations,
    List<PlacedExperiment> placed,
    double timeVariation) {
  public Experiments {
    placed = List.copyOf(placed);
  }

  /**
   * Places experiments in a panel.
   *
   * @param equations how channels drive each other
   * @throws org.deepcausalmmm.api.MmmException with code MMM-CONFIG-007, 401, 402, 404 or 405 if a
   *     channel, a region or a week is not in the data, two experiments overlap, or a lift is not
   *     of the size of the outcome
   */
  public static Experiments of(
      List<ExperimentConfig> configs, Panel panel, Scaling scaling, StructuralEquations equations) {
    List<PlacedExperiment> placed = configs.stream().map(c -> place(c, panel)).toList();
    placed.forEach(p -> requireWeeks(p, scaling.trainWeeks()));
    placed.forEach(p -> LiftRange.require(p, panel));
    for (int i = 0; i < placed.size(); i++) {
      for (int j = 0; j < i; j++) {
        requireApart(placed.get(j), placed.get(i));
      }
    }
    return new Experiments(panel, scaling, equations, placed, 0);
  }

  /**
   * Returns the experiments that lie within the first weeks of a panel: a fit of fewer weeks knows
   * nothing of later ones.
   */
  public static List<ExperimentConfig> within(
      List<ExperimentConfig> configs, Panel panel, int weeks) {
    return configs.stream().filter(c -> place(c, panel).end() <= weeks).toList();
  }

  /** Returns the experiments under time-varying effectiveness of a standard deviation. */
  public Experiments withTimeVariation(double sd) {
    return new Experiments(panel, scaling, equations, placed, sd);
  }

  /** Returns whether there are none. */
  public boolean isEmpty() {
    return placed.isEmpty();
  }

  /**
   * Returns the experiments as the model simulates them.
   *
   * @param exposure [channel][region][week], relative, over the training weeks
   * @param maxLag the greatest lag of the model
   * @throws org.deepcausalmmm.api.MmmException with code MMM-CONFIG-403 if nothing changed in one
   */
  public List<SimulatedExperiment> simulated(
      double[][][] exposure, ExposureOrigins origins, int maxLag) {
    List<SimulatedExperiment> simulated = new ArrayList<>();
    for (PlacedExperiment experiment : placed) {
      ExposureWithout without =
          new ExposureWithout(experiment, panel.channels().get(experiment.channel()), origins);
      simulated.add(
          new ExperimentBuilder(this, experiment, exposure, origins.earlier(), maxLag)
              .build(without));
    }
    return simulated;
  }

  private static PlacedExperiment place(ExperimentConfig config, Panel panel) {
    int channel = panel.channelNames().indexOf(config.channel());
    if (channel < 0) {
      throw ConfigCode.UNKNOWN_CHANNEL.error(
          "The experiment '%s' tests the channel '%s', which is not in the data."
              .formatted(config.name(), config.channel()),
          "The channels are: " + NameList.list(panel.channelNames()) + ".");
    }
    List<String> names = config.treatment().regions();
    int[] regions =
        names.isEmpty()
            ? IntStream.range(0, panel.regionCount()).toArray()
            : names.stream().mapToInt(name -> region(config, name, panel)).toArray();
    int from = week(config, config.treatment().from(), panel);
    int to = week(config, config.treatment().to(), panel) + 1;
    int end = to + config.treatment().coolDown();
    return new PlacedExperiment(config, channel, regions, from, to, end);
  }

  private static void requireWeeks(PlacedExperiment experiment, int trainWeeks) {
    boolean reversed = experiment.to() <= experiment.from();
    if (reversed || experiment.end() > trainWeeks) {
      ExperimentConfig config = experiment.config();
      throw CoreCode.EXPERIMENT_WEEKS.error(
          "The read-out of the experiment '%s', %s to %s and %d weeks more, %s."
              .formatted(
                  config.name(),
                  config.treatment().from(),
                  config.treatment().to(),
                  config.treatment().coolDown(),
                  reversed
                      ? "ends before it begins"
                      : "reaches beyond the %d weeks used for fitting".formatted(trainWeeks)),
          "Correct 'from', 'to' or 'cool_down', or withhold fewer weeks.");
    }
  }

  private static int region(ExperimentConfig config, String name, Panel panel) {
    int region = panel.regions().indexOf(name);
    if (region < 0) {
      throw CoreCode.EXPERIMENT_REGION.error(
          "The experiment '%s' treats the region '%s', which is not in the data."
              .formatted(config.name(), name),
          NearestName.of(name, panel.regions())
              .map("Maybe you meant '%s'."::formatted)
              .orElse("The regions are: " + NameList.list(panel.regions()) + "."));
    }
    return region;
  }

  /** Returns the index of a week: its label, or a date within it. */
  private static int week(ExperimentConfig config, String label, Panel panel) {
    List<String> labels = panel.weeks().labels();
    int index = labels.indexOf(label);
    String end = panel.weeks().withCount(labels.size() + 1).label(labels.size());
    boolean dated = panel.weeks().firstDate() != null && label.length() == end.length();
    for (int t = 0; index < 0 && dated && t < labels.size(); t++) {
      String next = t + 1 < labels.size() ? labels.get(t + 1) : end;
      if (labels.get(t).compareTo(label) < 0 && label.compareTo(next) < 0) {
        index = t;
      }
    }
    if (index < 0) {
      throw CoreCode.EXPERIMENT_WEEKS.error(
          "The experiment '%s' names the week '%s', which is not in the data (%s to %s)."
              .formatted(config.name(), label, labels.get(0), labels.get(labels.size() - 1)),
          "Give weeks of the data; state the ROI of an older experiment as a prior.");
    }
    return index;
  }

  private static void requireApart(PlacedExperiment first, PlacedExperiment second) {
    boolean sameWeeks = first.from() < second.end() && second.from() < first.end();
    boolean sameRegion =
        IntStream.of(first.regions())
            .anyMatch(r -> IntStream.of(second.regions()).anyMatch(s -> s == r));
    if (first.channel() == second.channel() && sameWeeks && sameRegion) {
      throw CoreCode.EXPERIMENTS_OVERLAP.error(
          "The experiments '%s' and '%s' test the same channel, region and weeks."
              .formatted(first.config().name(), second.config().name()),
          "The same outcome would count twice: keep one reading of it.");
    }
  }
}
