package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterLayout;
import org.deepcausalmmm.core.numeric.Vectors;
import org.deepcausalmmm.core.posterior.MediaJacobian;

/**
 * The search for the maximum a posteriori media parameters, in rounds.
 *
 * <p>Each round estimates the variances with the media held, moves the media parameters by Adam
 * with the variances held, then weighs the observations again. Every stage takes the state that the
 * one before it returned. Time-varying effectiveness is estimated at the end: earlier it would
 * absorb what media have not explained yet.
 */
final class Trainer {
  /** Rounds of steps by which media continue before the first weeks are tested. */
  private static final int FURTHER_ROUNDS = 2;

  private static final int STEPS_PER_REPORT = 10;

  /**
   * How much lower the logarithm of the share of a channel starts whose delivery follows demand.
   */
  private static final double LOWER_START = 3;

  private final FitContext context;
  private final StructuralEquations equations;
  private final Schedule schedule;
  private final Progress progress;

  Trainer(FitContext context, StructuralEquations equations, Schedule schedule, Progress progress) {
    this.context = context;
    this.equations = equations;
    this.schedule = schedule;
    this.progress = progress;
  }

  /** The media model under one assumption about the exposure before the data. */
  private record Media(ExposureOrigins origins, MediaGraph graph, MediaObjective objective) {
    /** Returns the outcome less media: [region][week]. */
    double[][] residual(double[] theta) {
      return objective.residual(objective.media(theta));
    }

    Media withPriors(ResidualCovariance covariance) {
      return new Media(origins, graph, objective.withPriors(covariance.priors()));
    }
  }

  /** The state of training between two stages; the residual is that of the parameters. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record State(
      Media media, double[] theta, double[][] residual, ResidualCovariance covariance) {
    State with(ResidualCovariance other) {
      return new State(media, theta, residual, other);
    }
  }

  /** The end of a round, with the loss and the gradient's norm there. */
  private record Round(State end, double loss, double gradientNorm) {}

  /**
   * Trains.
   *
   * @param theta media parameters at the start; not changed
   * @param earlier exposure before the data, as assumed at the start
   */
  MediaFit train(ResidualCovariance covariance, double[] theta, EarlierExposure earlier) {
    try (NDManager manager = context.engine().newManager()) {
      State state = start(manager, covariance, theta, earlier);
      List<Double> losses = new ArrayList<>();
      double gradientNorm = 0;
      for (int round = 0; round < schedule.rounds(); round++) {
        Round done = round(state, round);
        losses.add(done.loss());
        gradientNorm = done.gradientNorm();
        state = done.end();
        if (schedule.comparesAfter(round)) {
          state = withPeaks(withChosenStart(state, manager, earlier));
        }
        if (schedule.choosesModeratorsAfter(round)) {
          state = withModerators(state);
        }
        if (schedule.detectsCaptureAfter(round)) {
          state = withCapture(state, theta);
        } else if (round < schedule.rounds() - 1) {
          state = state.with(CaptureSearch.curved(state.covariance(), state.residual()));
        }
      }
      report(schedule.rounds() - 1, schedule.steps(), losses.get(losses.size() - 1));
      return fit(state, losses, gradientNorm);
    }
  }

  private State start(
      NDManager manager, ResidualCovariance covariance, double[] theta, EarlierExposure earlier) {
    Media media = media(manager, earlier);
    ResidualCovariance masked = covariance.startingAt(firstWeek(earlier));
    return new State(
        media,
        theta,
        media.residual(theta),
        schedule.continued()
            ? CaptureSearch.curved(
                masked.linearizeAt(jacobian(media), theta), media.residual(theta))
            : masked);
  }

  /** Estimates the variances, moves the media parameters, and weighs the observations again. */
  private Round round(State state, int round) {
    ResidualCovariance estimated =
        state.covariance().estimate(state.theta(), state.residual(), schedule.varianceSteps(round));
    PrecisionOperator operator = estimated.withTimeVariationIntegratedOut();
    Media media = state.media().withPriors(estimated);
    MediaObjective objective = media.objective();
    double[] theta = state.theta().clone();
    Adam adam = new Adam(theta.length);
    for (int step = 0; step < schedule.steps(); step++) {
      ComputeEngine.Gradient<MediaObjective.Outcome> gradient = objective.gradient(theta, operator);
      adam.step(theta, gradient.values(), schedule.rate(round, step));
      if (step % STEPS_PER_REPORT == 0) {
        report(round, step, gradient.result().loss());
      }
    }
    ComputeEngine.Gradient<MediaObjective.Outcome> last = objective.gradient(theta, operator);
    double[][] residual = objective.residual(last.result().media());
    ResidualCovariance shifted = withLevelShifts(estimated, media, theta, residual, round);
    PrecisionOperator settled =
        shifted.form().equals(estimated.form())
            ? operator
            : shifted.withTimeVariationIntegratedOut();
    ResidualCovariance end =
        ObservationReweighting.reweight(shifted, settled, residual)
            .linearizeAt(jacobian(media), theta);
    return new Round(
        new State(media, theta, residual, end), last.result().loss(), Vectors.norm(last.values()));
  }

  /**
   * Searches for shifts of the level before the observations are weighed, so that no run of weeks
   * loses its weight to a level that broke.
   */
  private ResidualCovariance withLevelShifts(
      ResidualCovariance covariance, Media media, double[] theta, double[][] residual, int round) {
    if (!schedule.searchesShiftsAfter(round)) {
      return covariance;
    }
    ResidualCovariance linearized = covariance.linearizeAt(jacobian(media), theta);
    ResidualCovariance found = LevelShifts.added(linearized, theta, residual);
    ResidualCovariance kept =
        schedule.comparesAfter(round) ? LevelShifts.pruned(found, theta, residual) : found;
    return kept.form().equals(covariance.form()) ? covariance : kept;
  }

  private void report(int round, int step, double loss) {
    progress.report(
        "fit, round %d of %d".formatted(round + 1, schedule.rounds()),
        round * schedule.steps() + step,
        schedule.rounds() * schedule.steps(),
        loss);
  }

  /**
   * Tests for demand capture; a channel in which it is found starts again, as it took demand for
   * its effect.
   */
  private State withCapture(State state, double[] start) {
    ResidualCovariance found =
        CaptureSearch.found(state.covariance(), state.theta(), state.residual());
    double[] theta = state.theta().clone();
    boolean changed = false;
    for (int c = 0; c < context.data().channelCount(); c++) {
      if (found.capture().revealed(c) && !state.covariance().capture().revealed(c)) {
        startAgain(c, found.capture().byDeliveryAlone(c), start, theta);
        changed = true;
      }
    }
    return changed
        ? new State(
            state.media(),
            theta,
            state.media().residual(theta),
            found.linearizeAt(jacobian(state.media()), theta))
        : state.with(found);
  }

  /**
   * Sets the parameters of a channel to where they started: its concave response would go on
   * standing in for demand. Its share starts low if its delivery follows demand, as columns of
   * delivery leave spend to tell of the effect. Columns of exposure and of common demand do not:
   * the share would stay low.
   */
  private void startAgain(int channel, boolean delivery, double[] start, double[] theta) {
    ParameterLayout layout = context.model().layout();
    layout.copyChannel(channel, start, theta);
    layout
        .find(MediaModel.MEDIA, MediaModel.SHARE, channel)
        .ifPresent(
            block ->
                theta[block.index(0, block.channels().indexOf(channel))] -=
                    delivery ? LOWER_START : 0);
  }

  private State withPeaks(State state) {
    return state.with(
        CovarianceChoice.withPeaks(state.covariance(), state.theta(), state.residual()));
  }

  private State withModerators(State state) {
    return state.with(
        CovarianceChoice.withModerators(state.covariance(), state.theta(), state.residual()));
  }

  /** Estimates time-varying effectiveness, and both precisions that later stages need. */
  private static MediaFit fit(State state, List<Double> losses, double gradientNorm) {
    ResidualCovariance covariance =
        CovarianceChoice.withTimeVariation(state.covariance(), state.theta(), state.residual());
    PrecisionOperator baseline = covariance.withConstantEffectiveness(state.residual());
    return new MediaFit(
        state.theta(),
        state.media().origins(),
        covariance,
        baseline,
        covariance.withTimeVariationIntegratedOut(),
        ObservationReweighting.precisionOfAll(covariance, baseline.variances(), state.residual()),
        losses,
        gradientNorm);
  }

  private Media media(NDManager manager, EarlierExposure before) {
    TrainingData data = context.data();
    ExposureOrigins origins = ExposureOrigins.of(data.panel(), data.exposure(), equations, before);
    MediaGraph graph = context.graph(manager, origins, DataType.FLOAT32);
    return new Media(origins, graph, new MediaObjective(context, manager, graph, DataType.FLOAT32));
  }

  private int firstWeek(EarlierExposure before) {
    return before.leadIn(context.model().maxLag(), context.data().trainWeeks());
  }

  /**
   * Compares two hypotheses: advertising began with the data, or it was running before. Under the
   * first, the first weeks enter the media likelihood too.
   *
   * <p>Both are trained on all weeks. The first needs very strong evidence, and must leave nothing
   * in the first weeks that exposure of some channels before them would explain: exposure as in the
   * first weeks may be wrong for the one channel that matters.
   */
  private State withChosenStart(State state, NDManager manager, EarlierExposure earlier) {
    Media running = state.media();
    Media began = media(manager, EarlierExposure.NONE).withPriors(state.covariance());
    ResidualCovariance weighed =
        ObservationReweighting.weighExcluded(
            state.covariance(), began.residual(state.theta()), running.residual(state.theta()));
    ResidualCovariance all = weighed.startingAt(firstWeek(EarlierExposure.NONE));
    Optional<double[]> theta = ifBegan(began, running, state.theta(), all);
    if (theta.isEmpty()) {
      return state.with(weighed.startingAt(firstWeek(earlier)));
    }
    return new State(
        began,
        theta.get(),
        began.residual(theta.get()),
        all.linearizeAt(jacobian(began), theta.get()));
  }

  /** Returns the media parameters if advertising began with the data; empty if it did not. */
  private Optional<double[]> ifBegan(
      Media began, Media running, double[] theta, ResidualCovariance covariance) {
    PrecisionOperator operator = covariance.withTimeVariationIntegratedOut();
    double[] ifBegan = trained(began, theta, 1, operator);
    double[] ifRunning = trained(running, theta, 1, operator);
    double gain = 2 * (loss(running, ifRunning, operator) - loss(began, ifBegan, operator));
    if (gain <= ResidualCovariance.VERY_STRONG) {
      return Optional.empty();
    }
    double[] further = trained(began, ifBegan, FURTHER_ROUNDS, operator);
    double[] carriedIn =
        Vectors.minus(
            jacobian(running).contributions(further), jacobian(began).contributions(further));
    double gainFromEarlier =
        CovarianceChoice.gainFrom(
            covariance, carriedIn, context.data().channelCount(), further, began.residual(further));
    return gainFromEarlier <= ResidualCovariance.VERY_STRONG
        ? Optional.of(further)
        : Optional.empty();
  }

  private double[] trained(Media media, double[] start, int times, PrecisionOperator operator) {
    double[] theta = start.clone();
    Adam adam = new Adam(theta.length);
    for (int step = 0; step < times * schedule.steps(); step++) {
      adam.step(
          theta,
          media.objective().gradient(theta, operator).values(),
          schedule.rate(schedule.middle(), step / times));
    }
    return theta;
  }

  private static double loss(Media media, double[] theta, PrecisionOperator operator) {
    return media.objective().gradient(theta, operator).result().loss();
  }

  private MediaJacobian jacobian(Media media) {
    return context.jacobian(media.graph(), DataType.FLOAT32);
  }
}
