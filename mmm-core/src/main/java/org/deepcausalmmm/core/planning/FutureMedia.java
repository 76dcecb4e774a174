package org.deepcausalmmm.core.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.data.Panel;

/**
 * The incremental outcome of planned spend after the observed history, in every posterior draw.
 *
 * <p>The incremental outcome of a plan is the outcome under it less the outcome without any spend
 * in the planned weeks, summed over these and over the weeks into which they carry over. Around the
 * planned weeks the present plan continues: earlier spend carries over into them, and they carry
 * over into later weeks. Effects along edges between channels are included. Effectiveness stays as
 * in the last week of the data.
 */
public final class FutureMedia {
  /** The receiver of the incremental outcome of a plan in each posterior draw. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Receives one draw.
     *
     * @param incremental [region][channel]: incremental outcome of the plan, by region and by the
     *     channel whose response it is
     * @param gradient [paid channel][region][planned week]: incremental outcome of a further unit
     *     of money; empty unless asked for
     */
    void visit(int draw, double[][] incremental, double[][][] gradient);
  }

  /** The unit of the outcome. */
  public enum Unit {
    /** The data's outcome. */
    OUTCOME,
    /** Money: the outcome at the last known value of a unit of it. */
    VALUE
  }

  private static final double[][][] NO_GRADIENT = {};

  /** A plan's tensors are so small that further threads of an operation would wait, not work. */
  private static final int THREADS = 1;

  private final Panel panel;
  private final FutureWeeks window;
  private final ReferenceSpend reference;
  private final FutureExposure exposure;
  private final List<FutureDraw> draws;
  private final List<? extends FutureOutcome> outcomes;
  private final List<double[][]> withoutPlan;
  private final double[][] effectiveness;
  private final int[] driven;
  private final boolean manyThreads;

  /**
   * Prepares a fitted model for planned weeks.
   *
   * @param model the media model of the fitted model's configuration
   * @param window the planned weeks
   * @param mostDraws the largest number of draws used, evenly chosen
   */
  public FutureMedia(
      FittedModel fitted, MediaModel model, FutureWeeks window, Unit unit, int mostDraws) {
    this.window = window;
    manyThreads = fitted.configuration().fit().threads() > 1;
    panel = fitted.panel();
    ComputeEngine engine = ComputeEngine.start(fitted.configuration().fit().device(), THREADS);
    TrainingData data = TrainingData.of(panel, fitted.trainWeeks());
    int history = Math.min(window.first(), panel.weekCount());
    double[][][] relative = TrainingData.exposures(panel, data.scaling(), history);
    ExposureOrigins origins =
        ExposureOrigins.of(panel, relative, fitted.equations(), fitted.earlier());
    reference = new ReferenceSpend(panel, data.scaling(), relative, origins);
    exposure =
        new FutureExposure(
            reference, window, relative, fitted.equations(), fitted.earlier(), model.maxLag());
    driven =
        origins.parts().stream()
            .filter(p -> p.origin() != p.channel())
            .mapToInt(ExposureOrigins.Part::channel)
            .distinct()
            .toArray();
    draws = new FutureDraws(engine, fitted, model, data).prepare(unit, mostDraws);
    int until = window.first() + exposure.countedWeeks();
    effectiveness =
        Arrays.copyOfRange(
            fitted.effectivenessPath().continued(until).multiplier(), window.first(), until);
    outcomes = draws;
    withoutPlan = without(outcomes);
  }

  private List<double[][]> without(List<? extends FutureOutcome> all) {
    double[][][] nothing = new double[paid().size()][panel.regionCount()][window.count()];
    double[][][] exposures = exposure.of(nothing);
    List<double[][]> without = new ArrayList<>();
    for (FutureOutcome outcome : all) {
      without.add(outcome.contribution(exposures, effectiveness, NO_GRADIENT));
    }
    return without;
  }

  private FutureMedia(
      FutureMedia other,
      int[] driven,
      List<FutureDraw> draws,
      List<? extends FutureOutcome> outcomes,
      List<double[][]> withoutPlan) {
    window = other.window;
    manyThreads = other.manyThreads;
    panel = other.panel;
    reference = other.reference;
    exposure = other.exposure;
    effectiveness = other.effectiveness;
    this.driven = driven;
    this.draws = draws;
    this.outcomes = outcomes;
    this.withoutPlan = withoutPlan;
  }

  /**
   * Returns a copy that computes with the engine throughout, with derivatives by automatic
   * differentiation, instead of from tables of responses: far slower, and equal to a millionth.
   */
  public FutureMedia byEngine() {
    List<EngineDraw> engine = draws.stream().map(FutureDraw::engine).toList();
    return new FutureMedia(this, driven, draws, engine, without(engine));
  }

  /** Returns a copy with fewer draws, evenly chosen. */
  public FutureMedia withDraws(int most) {
    int count = Math.min(most, draws.size());
    return ofDraws(
        IntStream.range(0, count).map(k -> (int) ((long) k * draws.size() / count)).toArray());
  }

  /** Returns a copy with some of the draws. */
  public FutureMedia ofDraws(int... chosen) {
    return new FutureMedia(
        this,
        driven,
        Arrays.stream(chosen).mapToObj(draws::get).toList(),
        Arrays.stream(chosen).mapToObj(outcomes::get).toList(),
        Arrays.stream(chosen).mapToObj(withoutPlan::get).toList());
  }

  /** Returns a copy in which only some channels have an effect. */
  public FutureMedia ofResponses(boolean[] counted) {
    List<double[][]> without = new ArrayList<>();
    for (double[][] all : withoutPlan) {
      double[][] rows = Arrays.stream(all).map(double[]::clone).toArray(double[][]::new);
      FutureDraw.clear(rows, counted);
      without.add(rows);
    }
    List<FutureDraw> kept = draws.stream().map(d -> d.ofResponses(counted)).toList();
    return new FutureMedia(
        this, Arrays.stream(driven).filter(c -> counted[c]).toArray(), kept, kept, without);
  }

  /**
   * Returns a model that is concave in money and an upper bound between two plans: every saturation
   * is replaced by its least concave majorant over the exposures that can act.
   *
   * @param least [paid channel][region][planned week]: the least money
   * @param most the same: the most money
   */
  public FutureMedia above(double[][][] least, double[][][] most) {
    double[][][] low = exposure.of(least);
    double[][][] high = exposure.of(most);
    int weeks = exposure.countedWeeks();
    List<FutureDraw> covered = draws.stream().map(d -> d.above(low, high, weeks)).toList();
    return new FutureMedia(this, driven, covered, covered, withoutPlan);
  }

  /** Returns the indices of the channels that money can be planned for. */
  public List<Integer> paid() {
    return Arrays.stream(reference.paid()).boxed().toList();
  }

  /** Returns the number of channels in the data. */
  public int channelCount() {
    return panel.channelCount();
  }

  /** Returns the number of draws. */
  public int drawCount() {
    return draws.size();
  }

  /** Returns whether some channel drives another, so that contributions depend on each other. */
  public boolean coupled() {
    return driven().length > 0;
  }

  /** Returns the indices of the channels whose exposure others drive. */
  public int[] driven() {
    return driven.clone();
  }

  /** Returns the spend of the present plan: [paid channel][region][planned week]. */
  public double[][][] present() {
    return reference.present(window.count());
  }

  /**
   * Computes the incremental outcome of a plan in every draw. Draws are visited in order; they are
   * computed in parallel if the fit may use several threads.
   *
   * @param spend [paid channel][region][planned week]: money
   * @param wantGradient whether derivatives are computed too
   */
  public void evaluate(double[][][] spend, boolean wantGradient, Visitor visitor) {
    double[][][] exposures = exposure.of(spend);
    IntStream all = IntStream.range(0, draws.size());
    boolean byTables = outcomes.get(0) instanceof FutureDraw;
    List<Evaluation> evaluations =
        (byTables && manyThreads ? all.parallel() : all)
            .mapToObj(d -> evaluate(d, exposures, wantGradient))
            .toList();
    for (int d = 0; d < evaluations.size(); d++) {
      visitor.visit(d, evaluations.get(d).incremental, evaluations.get(d).gradient);
    }
  }

  /** The incremental outcome of a plan in a draw, and its derivatives. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Evaluation(double[][] incremental, double[][][] gradient) {}

  private Evaluation evaluate(int draw, double[][][] exposures, boolean wantGradient) {
    double[][][] slopes = wantGradient ? FutureDraw.like(exposures) : NO_GRADIENT;
    double[][] incremental = outcomes.get(draw).contribution(exposures, effectiveness, slopes);
    double[][] without = withoutPlan.get(draw);
    for (int r = 0; r < incremental.length; r++) {
      for (int c = 0; c < incremental[r].length; c++) {
        incremental[r][c] -= without[r][c];
      }
    }
    return new Evaluation(incremental, wantGradient ? exposure.back(slopes) : NO_GRADIENT);
  }
}
