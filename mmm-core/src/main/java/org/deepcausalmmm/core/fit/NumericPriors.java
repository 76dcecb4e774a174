package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.core.density.QuantityTerms;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.ContributionSlopes;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.NumericState;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * The priors of derived quantities where plain Java computes the quantities: the engine
 * differentiates only the densities by the few numbers that they are of.
 */
final class NumericPriors implements QuantityTerms {
  /** A contribution in some unit, over a divisor. */
  private record Quantity(int channel, double[] weight, double divisor) {}

  private final ComputeEngine engine;
  private final TrainingData data;
  private final MediaModel model;
  private final List<Prior> priors;
  private final List<Quantity> quantities = new ArrayList<>();
  private final Map<String, Integer> index = new LinkedHashMap<>();

  private NumericPriors(
      ComputeEngine engine, TrainingData data, MediaModel model, List<Prior> priors) {
    this.engine = engine;
    this.data = data;
    this.model = model;
    this.priors = priors;
  }

  /**
   * Finds out which quantities the priors are of.
   *
   * @param whole [channel]: whether all of the channel's effect comes from its own exposure, and
   *     all of its exposure from its own money
   * @return empty if a prior needs a marginal ROI, the effect of a channel that drives others, or
   *     the loss of the data
   */
  static Optional<NumericPriors> of(
      ComputeEngine engine,
      TrainingData data,
      MediaModel model,
      List<Prior> priors,
      boolean[] whole) {
    NumericPriors found = new NumericPriors(engine, data, model, priors);
    boolean[] supported = {true};
    engine.scoped(
        manager -> {
          NDArray theta =
              ComputeEngine.vector(manager, new double[model.layout().size()], DataType.FLOAT64);
          ProbedQuantities probe =
              new ProbedQuantities(data, model, theta) {
                @Override
                public NDArray contributionShare(String channel) {
                  found.add("share", index(channel), 1 / data.outcomeTotal(), 1);
                  supported[0] &= whole[index(channel)];
                  return super.contributionShare(channel);
                }

                @Override
                public NDArray roi(String channel) {
                  int c = index(channel);
                  found.add("roi", c, Double.NaN, spend(c));
                  supported[0] &= whole[c];
                  return super.roi(channel);
                }

                @Override
                public NDArray marginalRoi(String channel) {
                  supported[0] = false;
                  return super.marginalRoi(channel);
                }

                @Override
                public NDArray dataLoss() {
                  supported[0] = false;
                  return super.dataLoss();
                }
              };
          priors.forEach(prior -> prior.logDensity(probe));
          return Boolean.TRUE;
        });
    return supported[0] ? Optional.of(found) : Optional.empty();
  }

  /** Adds a quantity; {@code factor} scales the outcome's units, NaN takes units of value. */
  private void add(String kind, int channel, double factor, double divisor) {
    if (index.putIfAbsent(kind + channel, quantities.size()) == null) {
      double[] weight =
          Double.isNaN(factor)
              ? Vectors.flatten(data.valueWeight())
              : Vectors.times(factor, Vectors.flatten(data.outcomeWeight()));
      quantities.add(new Quantity(channel, weight, divisor));
    }
  }

  @Override
  public double energy(
      double[] point,
      double mediaShare,
      NumericState state,
      ContributionSlopes slopes,
      double[] gradient) {
    int parameters = model.layout().size();
    int first = quantities.size() + 1;
    double[] at = new double[first + parameters];
    for (int i = 0; i < quantities.size(); i++) {
      Quantity quantity = quantities.get(i);
      at[i] = state.weighed(quantity.channel(), quantity.weight()) / quantity.divisor();
    }
    at[first - 1] = mediaShare;
    System.arraycopy(point, 0, at, first, parameters);
    ComputeEngine.Gradient<Double> found =
        engine.gradient(
            at,
            DataType.FLOAT64,
            variable -> {
              NDArray energy = energy(variable, first);
              return new ComputeEngine.ScalarResult<>(
                  energy, () -> ComputeEngine.doubles(energy)[0]);
            });
    double[] slope = found.values();
    for (int i = 0; i < parameters; i++) {
      gradient[i] += slope[first + i];
    }
    for (int i = 0; i < quantities.size(); i++) {
      Quantity quantity = quantities.get(i);
      slopes.addScaled(quantity.channel(), slope[i] / quantity.divisor(), quantity.weight());
    }
    if (slope[first - 1] != 0) {
      double perUnit = slope[first - 1] / data.outcomeTotal();
      double[] weight = Vectors.flatten(data.outcomeWeight());
      for (int c = 0; c < slopes.channels(); c++) {
        slopes.addScaled(c, perUnit, weight);
      }
    }
    return found.result();
  }

  private NDArray energy(NDArray variable, int first) {
    NDArray theta = variable.get(first + ":");
    NamedQuantities values =
        new ProbedQuantities(data, model, theta) {
          @Override
          public NDArray mediaShare() {
            return entry(variable, first - 1);
          }

          @Override
          public NDArray contributionShare(String channel) {
            return entry(variable, place("share", index(channel)));
          }

          @Override
          public NDArray roi(String channel) {
            return entry(variable, place("roi", index(channel)));
          }
        };
    NDArray energy = variable.get("0:1").sum().mul(0);
    for (Prior prior : priors) {
      energy = energy.sub(prior.logDensity(values));
    }
    return energy;
  }

  private int place(String kind, int channel) {
    Integer place = index.get(kind + channel);
    if (place == null) {
      throw new IllegalStateException("A prior asks for other quantities than before.");
    }
    return place;
  }

  private static NDArray entry(NDArray variable, int at) {
    return variable.get(at + ":" + (at + 1)).sum();
  }
}
