package org.deepcausalmmm.core.analysis;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.data.Panel;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaModel;

/**
 * Says what planned spend brings after the real history, in every draw of the posterior.
 *
 * <p>What a plan brings is the outcome under it less the outcome without any spend in the planned
 * weeks, summed over these and over the weeks into which they carry over. Around the planned weeks
 * the present plan goes on: what was spent before carries into them, and they carry into weeks in
 * which others are paid. What channels drive in each other is counted. Effectiveness stays as in
 * the last week of the data.
 */
public final class FutureMedia implements AutoCloseable {
  /** Hears what a plan brings in a draw. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Hears of a draw.
     *
     * @param brought [region][channel]: in which region and by which channel's response the outcome
     *     of the plan arises
     * @param gradient [paid channel][region][planned week]: what a further unit of money brings;
     *     empty unless asked for
     */
    void visit(int draw, double[][] brought, double[][][] gradient);
  }

  /** What the outcome is counted in. */
  public enum Unit {
    /** The data's outcome. */
    OUTCOME,
    /** Money: the outcome at the last known value of a unit of it. */
    VALUE
  }

  private record Response(double[] values, double[] slopes) {}

  private static final double[][][] NO_GRADIENT = {};

  private final ComputeEngine engine;
  private final NDManager manager;
  private final MediaModel model;
  private final Panel panel;
  private final FutureWeeks window;
  private final ReferenceSpend reference;
  private final FutureExposure exposure;
  private final List<FutureDraw> draws;
  private final List<double[][]> withoutPlan = new ArrayList<>();
  private final NDArray effectiveness;
  private final boolean coupled;

  /**
   * Looks from the history into the future.
   *
   * @param model the media model of the fitted model's configuration
   * @param mostDraws how many draws are used at most, evenly chosen
   */
  public FutureMedia(
      FittedModel fitted, MediaModel model, FutureWeeks window, Unit unit, int mostDraws) {
    this.model = model;
    this.window = window;
    panel = fitted.panel();
    engine =
        ComputeEngine.start(
            fitted.configuration().fit().device(), fitted.configuration().fit().threads());
    TrainingData data = TrainingData.of(panel, fitted.trainWeeks());
    int history = Math.min(window.first(), panel.weekCount());
    double[][][] relative = TrainingData.exposures(panel, data.scaling(), history);
    ExposureOrigins origins = ExposureOrigins.of(relative, fitted.equations());
    reference = new ReferenceSpend(panel, data.scaling(), relative, origins);
    exposure = new FutureExposure(reference, window, relative, fitted.equations(), model.maxLag());
    coupled = origins.parts().stream().anyMatch(p -> p.origin() != p.channel());
    draws = new FutureDraws(engine, fitted, model, data).prepare(unit, mostDraws);
    manager = engine.newManager();
    effectiveness = effectiveness(fitted.effectiveness());
    double[][][] nothing = new double[paid().size()][panel.regionCount()][window.count()];
    double[][][] exposures = exposure.of(nothing);
    for (FutureDraw draw : draws) {
      withoutPlan.add(brought(draw, respond(draw, exposures, false).values));
    }
  }

  private NDArray effectiveness(double[][] known) {
    int channels = panel.channelCount();
    double[] values = new double[exposure.countedWeeks() * channels];
    for (int t = 0; t < exposure.countedWeeks(); t++) {
      double[] row = known[Math.min(known.length - 1, window.first() + t)];
      System.arraycopy(row, 0, values, t * channels, channels);
    }
    Shape shape = new Shape(exposure.countedWeeks(), channels);
    return ComputeEngine.array(manager, values, DataType.FLOAT64, shape);
  }

  /** Gives the channels that money can be planned for, as places in the data. */
  public List<Integer> paid() {
    return Arrays.stream(reference.paid()).boxed().toList();
  }

  /** Gives how many draws are used. */
  public int drawCount() {
    return draws.size();
  }

  /** Tells whether some channel drives another, so that what each brings depends on the others. */
  public boolean coupled() {
    return coupled;
  }

  /** Gives how much is computed for one draw of one plan: acting exposures. */
  public long cellsPerDraw() {
    return (long) panel.regionCount() * exposure.countedWeeks() * panel.channelCount();
  }

  /** Gives the spend of the present plan: [paid channel][region][planned week]. */
  public double[][][] present() {
    return reference.present(window.count());
  }

  /**
   * Computes what a plan brings in every draw.
   *
   * @param spend [paid channel][region][planned week]: money
   * @param wantGradient whether derivatives are computed too
   */
  public void evaluate(double[][][] spend, boolean wantGradient, Visitor visitor) {
    double[][][] exposures = exposure.of(spend);
    for (int d = 0; d < draws.size(); d++) {
      FutureDraw draw = draws.get(d);
      Response response = respond(draw, exposures, wantGradient);
      double[][] brought = brought(draw, response.values);
      double[][] without = withoutPlan.get(d);
      for (int r = 0; r < brought.length; r++) {
        for (int c = 0; c < brought[r].length; c++) {
          brought[r][c] -= without[r][c];
        }
      }
      visitor.visit(
          d,
          brought,
          wantGradient
              ? exposure.back(draw.back(response.slopes, panel.regionCount()))
              : NO_GRADIENT);
    }
  }

  /** Gives [region][channel] outcome from summed responses. */
  private double[][] brought(FutureDraw draw, double[] responses) {
    int channels = panel.channelCount();
    double[][] brought = new double[panel.regionCount()][channels];
    for (int r = 0; r < brought.length; r++) {
      for (int c = 0; c < channels; c++) {
        brought[r][c] = draw.factor()[r][c] * responses[r * channels + c];
      }
    }
    return brought;
  }

  /** Sums responses over the counted weeks, and differentiates the outcome if asked to. */
  private Response respond(FutureDraw draw, double[][][] exposures, boolean wantGradient) {
    double[] acting = draw.acting(exposures);
    if (!wantGradient) {
      return engine.scoped(
          step -> {
            NDArray cells = ComputeEngine.vector(step, acting, DataType.FLOAT64);
            return new Response(ComputeEngine.doubles(sums(draw, cells)), new double[0]);
          });
    }
    double[] factors = Arrays.stream(draw.factor()).flatMapToDouble(Arrays::stream).toArray();
    Shape shape = new Shape(panel.regionCount(), panel.channelCount());
    ComputeEngine.Gradient<double[]> gradient =
        engine.gradient(
            acting,
            DataType.FLOAT64,
            cells -> {
              NDArray sums = sums(draw, cells);
              NDArray factor =
                  ComputeEngine.array(cells.getManager(), factors, DataType.FLOAT64, shape);
              return new ComputeEngine.Scalar<>(
                  sums.mul(factor).sum(), () -> ComputeEngine.doubles(sums));
            });
    return new Response(gradient.result(), gradient.values());
  }

  private NDArray sums(FutureDraw draw, NDArray cells) {
    int channels = panel.channelCount();
    NDArray theta = ComputeEngine.vector(cells.getManager(), draw.theta(), DataType.FLOAT64);
    NDArray acting = cells.reshape(panel.regionCount(), exposure.countedWeeks(), channels);
    int[] all = IntStream.range(0, channels).toArray();
    return model.saturate(theta, acting, all).mul(effectiveness).sum(new int[] {1});
  }

  @Override
  public void close() {
    manager.close();
  }
}
