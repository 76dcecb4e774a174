package org.deepcausalmmm.core.model;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.data.Panel;
import org.jspecify.annotations.Nullable;

/**
 * Every channel's exposure, split by the channel whose spend caused it.
 *
 * <p>The part from a parent is weight x adstock of the parent's exposure, cut back in weeks in
 * which the parents together would explain more than was observed; the rest is the channel's own.
 * In weeks without own spend the parents' parts are scaled to the whole exposure, because nothing
 * else can have caused the difference. The parts are 0 or more and sum to the exposure, so that
 * exposures are linear in the channels' own spends, and every counterfactual is a sum of parts.
 */
public final class ExposureOrigins {
  /**
   * The part of a channel's exposure that one channel's spend caused.
   *
   * @param origin channel whose spend caused the part
   * @param channel channel whose exposure is split
   * @param exposure [region][week], relative
   */
  public record Part(int origin, int channel, double[][] exposure) {}

  private final List<Part> parts;
  private final EarlierExposure earlier;

  private ExposureOrigins(List<Part> parts, EarlierExposure earlier) {
    this.parts = parts;
    this.earlier = earlier;
  }

  /**
   * Splits a panel's exposures.
   *
   * @param exposure [channel][region][week] of the panel's first weeks, relative
   * @param earlier assumption about the exposure before the first week
   */
  public static ExposureOrigins of(
      Panel panel, double[][][] exposure, StructuralEquations equations, EarlierExposure earlier) {
    boolean[][][] unpaid = new boolean[exposure.length][][];
    for (int c = 0; c < unpaid.length; c++) {
      unpaid[c] = unpaid(panel.channels().get(c).spend(), exposure[c]);
    }
    return of(exposure, unpaid, equations, earlier);
  }

  /** Returns the weeks without spend, none if spend is unknown: [region][week]. */
  private static boolean[][] unpaid(double @Nullable [][] spend, double[][] exposure) {
    boolean[][] unpaid = new boolean[exposure.length][exposure[0].length];
    for (int r = 0; r < unpaid.length && spend != null; r++) {
      for (int t = 0; t < unpaid[r].length; t++) {
        unpaid[r][t] = spend[r][t] == 0;
      }
    }
    return unpaid;
  }

  /**
   * Splits exposures whose weeks without spend are unknown.
   *
   * @param exposure [channel][region][week], relative
   * @param earlier assumption about the exposure before the first week
   */
  public static ExposureOrigins of(
      double[][][] exposure, StructuralEquations equations, EarlierExposure earlier) {
    boolean[][][] unpaid = new boolean[exposure.length][exposure[0].length][exposure[0][0].length];
    return of(exposure, unpaid, equations, earlier);
  }

  private static ExposureOrigins of(
      double[][][] exposure,
      boolean[][][] unpaid,
      StructuralEquations equations,
      EarlierExposure earlier) {
    int channels = exposure.length;
    int regions = exposure[0].length;
    int weeks = exposure[0][0].length;
    boolean[][] reaches = reaches(channels, equations);
    double[][][][] split = new double[channels][channels][][];
    for (int channel : equations.topologicalOrder()) {
      for (int origin = 0; origin < channels; origin++) {
        if (reaches[origin][channel]) {
          split[origin][channel] = new double[regions][weeks];
        }
      }
      for (int r = 0; r < regions; r++) {
        splitRegion(
            exposure[channel][r],
            unpaid[channel][r],
            channel,
            r,
            split,
            equations.causalEdges(),
            earlier);
      }
    }
    List<Part> parts = new ArrayList<>();
    for (int origin = 0; origin < channels; origin++) {
      for (int channel = 0; channel < channels; channel++) {
        if (reaches[origin][channel]) {
          parts.add(new Part(origin, channel, split[origin][channel]));
        }
      }
    }
    return new ExposureOrigins(List.copyOf(parts), earlier);
  }

  private static boolean[][] reaches(int channels, StructuralEquations equations) {
    boolean[][] reaches = new boolean[channels][channels];
    for (int channel : equations.topologicalOrder()) {
      reaches[channel][channel] = true;
      for (Edge edge : equations.causalEdges()) {
        if (edge.to() == channel) {
          for (int origin = 0; origin < channels; origin++) {
            reaches[origin][channel] |= reaches[origin][edge.from()];
          }
        }
      }
    }
    return reaches;
  }

  private static void splitRegion(
      double[] exposure,
      boolean[] unpaid,
      int channel,
      int region,
      double[][][][] split,
      List<Edge> edges,
      EarlierExposure earlier) {
    int channels = split.length;
    double[] driven = new double[exposure.length];
    for (Edge edge : edges) {
      if (edge.to() == channel) {
        for (int origin = 0; origin < channels; origin++) {
          if (split[origin][edge.from()] != null) {
            addDriven(
                edge, split[origin][edge.from()][region], split[origin][channel][region], earlier);
          }
        }
      }
    }
    for (int origin = 0; origin < channels; origin++) {
      if (origin != channel && split[origin][channel] != null) {
        for (int t = 0; t < driven.length; t++) {
          driven[t] += split[origin][channel][region][t];
        }
      }
    }
    for (int t = 0; t < driven.length; t++) {
      boolean whole = driven[t] > exposure[t] || (unpaid[t] && driven[t] > 0);
      double kept = whole ? exposure[t] / driven[t] : 1;
      for (int origin = 0; origin < channels; origin++) {
        if (origin != channel && split[origin][channel] != null) {
          split[origin][channel][region][t] *= kept;
        }
      }
      split[channel][channel][region][t] = whole ? 0 : exposure[t] - driven[t];
    }
  }

  private static void addDriven(
      Edge edge, double[] parent, double[] child, EarlierExposure earlier) {
    double[] adstock = edge.adstock(parent, earlier.before(parent));
    for (int t = 0; t < adstock.length; t++) {
      child[t] += edge.weight() * adstock[t];
    }
  }

  /** Returns assumption about the exposure before the first week. */
  public EarlierExposure earlier() {
    return earlier;
  }

  /** Returns all parts, by origin and channel. */
  public List<Part> parts() {
    return parts;
  }

  /** Returns whether a part is its channel's whole exposure. */
  boolean isWhole(Part part) {
    return parts.stream().filter(p -> p.channel() == part.channel()).count() == 1;
  }
}
