package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.posterior.MediaJacobian;

/**
 * Finds the most probable media parameters, in rounds.
 *
 * <p>Each round estimates the baseline's variances with the media held, then moves the media
 * parameters by Adam with the variances held, then weighs the observations anew. The number of
 * steps is fixed: nothing looks at data held out. Whether effectiveness moves is asked at the end:
 * movement would take for itself what media have not found yet.
 */
final class Trainer {
  private static final int ROUNDS = 6;
  private static final int STEPS = 120;
  private static final int QUICK_ROUNDS = 4;
  private static final int QUICK_STEPS = 50;
  private static final int WARM_ROUNDS = 2;
  private static final int WARM_STEPS = 60;
  private static final int FIRST_STEPS_OF_VARIANCES = 6;

  /** For how many rounds media learn further that nothing came before, until all is explained. */
  private static final int FURTHER_ROUNDS = 2;

  private static final double LAST_RATE = 0.024;

  private final ComputeEngine engine;
  private final TrainingData data;
  private final MediaModel model;
  private final ParameterPriors priors;
  private final ResidualCovariance covariance;
  private int steps;
  private int rounds;
  private double[] start;
  private boolean warm;
  private EarlierExposure earlier = EarlierExposure.LIKE_FIRST_WEEKS;

  Trainer(
      ComputeEngine engine,
      TrainingData data,
      MediaModel model,
      ParameterPriors priors,
      ResidualCovariance covariance,
      long seed,
      boolean quick) {
    this.engine = engine;
    this.data = data;
    this.model = model;
    this.priors = priors;
    this.covariance = covariance;
    rounds = quick ? QUICK_ROUNDS : ROUNDS;
    steps = quick ? QUICK_STEPS : STEPS;
    start = model.layout().start(seed);
  }

  /** The media under an idea of what came before the data. */
  private record Media(ExposureOrigins origins, MediaGraph graph, MediaObjective objective) {
    double[][] residual(double[] theta) {
      return objective.residual(objective.media(theta));
    }
  }

  /** Continues an earlier fit: fewer rounds, and steps as small as at its end. */
  void continueFrom(WarmStart before) {
    warm = true;
    earlier = before.earlier();
    rounds = WARM_ROUNDS;
    steps = Math.min(steps, WARM_STEPS);
    start = before.theta();
    covariance.continueFrom(before);
  }

  /** Trains. */
  MediaFit train(StructuralEquations equations, List<Prior> quantityPriors, Progress progress) {
    try (NDManager manager = engine.newManager()) {
      Media media = media(manager, equations, earlier, quantityPriors);
      learnFrom(earlier);
      double[] theta = start.clone();
      List<Double> losses = new ArrayList<>();
      if (warm) {
        covariance.follow(jacobian(media), theta);
      }
      double[][] residual = media.residual(theta);
      double gradientNorm = 0;
      for (int round = 0; round < rounds; round++) {
        covariance.estimate(
            theta,
            residual,
            round == 0 && !warm ? FIRST_STEPS_OF_VARIANCES : ResidualCovariance.STEPS);
        PrecisionOperator operator = covariance.moving();
        MediaObjective objective = media.objective();
        Adam adam = new Adam(theta.length);
        for (int step = 0; step < steps; step++) {
          ComputeEngine.Gradient<MediaObjective.Outcome> gradient =
              objective.gradient(theta, operator);
          adam.step(theta, gradient.values(), rate(round, step));
          if (step % 10 == 0) {
            progress.report(
                "fit, round %d of %d".formatted(round + 1, rounds),
                round * steps + step,
                rounds * steps,
                gradient.result().loss());
          }
        }
        ComputeEngine.Gradient<MediaObjective.Outcome> last = objective.gradient(theta, operator);
        residual = objective.residual(last.result().media());
        gradientNorm = norm(last.values());
        losses.add(last.result().loss());
        covariance.adapt(operator, residual);
        covariance.follow(jacobian(media), theta);
        if (!warm && round == rounds / 2) {
          Media nothing = media(manager, equations, EarlierExposure.NONE, quantityPriors);
          Optional<double[]> ifNothing = nothingCame(nothing, media, theta);
          if (ifNothing.isPresent()) {
            media = nothing;
            theta = ifNothing.get();
            residual = nothing.residual(theta);
            covariance.follow(jacobian(media), theta);
          }
          covariance.sharpenSeason(theta, residual);
        }
      }
      covariance.estimateMovement(theta, residual);
      progress.report(
          "fit, round %d of %d".formatted(rounds, rounds),
          rounds * steps,
          rounds * steps,
          losses.get(rounds - 1));
      PrecisionOperator still = covariance.still(residual);
      return new MediaFit(
          theta,
          media.origins(),
          covariance.season(),
          still,
          covariance.precisionOfAll(still.variances(), residual),
          covariance.moving(),
          covariance.movement(),
          covariance.elasticity(),
          covariance.regionScale(),
          covariance.noise(),
          losses,
          gradientNorm);
    }
  }

  private Media media(
      NDManager manager,
      StructuralEquations equations,
      EarlierExposure before,
      List<Prior> quantityPriors) {
    ExposureOrigins origins = ExposureOrigins.of(data.panel(), data.exposure(), equations, before);
    MediaGraph graph = data.graph(model, manager, origins, DataType.FLOAT32);
    return new Media(
        origins,
        graph,
        new MediaObjective(engine, manager, data, model, graph, priors, quantityPriors, DataType.FLOAT32));
  }

  private void learnFrom(EarlierExposure before) {
    covariance.noise().learnFrom(before.leadIn(model.maxLag(), data.trainWeeks()));
  }

  /**
   * Decides whether advertising began with the data. Then the first weeks show nothing carried into
   * them, and are learned from too.
   *
   * <p>Media learn from all weeks under either idea. Nothing has to be the more probable one beyond
   * doubt, and to leave nothing in the first weeks that some channels' exposure before them would
   * explain: that as much came before may be wrong for the channel that matters.
   *
   * @return the parameters if nothing came
   */
  private Optional<double[]> nothingCame(Media nothing, Media asMuch, double[] theta) {
    covariance.weighOthers(nothing.residual(theta), asMuch.residual(theta));
    learnFrom(EarlierExposure.NONE);
    PrecisionOperator operator = covariance.moving();
    double[] ifNothing = learned(nothing, theta, 1, operator);
    double[] ifAsMuch = learned(asMuch, theta, 1, operator);
    double gain = 2 * (loss(asMuch, ifAsMuch, operator) - loss(nothing, ifNothing, operator));
    if (gain > ResidualCovariance.VERY_STRONG) {
      ifNothing = learned(nothing, ifNothing, FURTHER_ROUNDS, operator);
      if (gainByEarlier(nothing, asMuch, ifNothing) <= ResidualCovariance.VERY_STRONG) {
        return Optional.of(ifNothing);
      }
    }
    learnFrom(earlier);
    return Optional.empty();
  }

  private double[] learned(Media media, double[] start, int times, PrecisionOperator operator) {
    double[] theta = start.clone();
    Adam adam = new Adam(theta.length);
    for (int step = 0; step < times * steps; step++) {
      adam.step(
          theta,
          media.objective().gradient(theta, operator).values(),
          rate(rounds / 2, step / times));
    }
    return theta;
  }

  private static double loss(Media media, double[] theta, PrecisionOperator operator) {
    return media.objective().gradient(theta, operator).result().loss();
  }

  /**
   * Returns twice the gain of the log likelihood if every channel has exposure before the data, as
   * much more or less than nothing as the data say.
   */
  private double gainByEarlier(Media nothing, Media asMuch, double[] theta) {
    double[] carriedIn = jacobian(asMuch).contributions(theta);
    double[] without = jacobian(nothing).contributions(theta);
    for (int i = 0; i < carriedIn.length; i++) {
      carriedIn[i] -= without[i];
    }
    return covariance.gainBy(carriedIn, data.channelCount(), theta, nothing.residual(theta));
  }

  private double rate(int round, int step) {
    double rate = warm || round == rounds - 1 ? LAST_RATE : 2 * round < rounds ? 0.08 : 0.04;
    return rate * (0.02 + 0.98 * 0.5 * (1 + Math.cos(Math.PI * step / steps)));
  }

  private MediaJacobian jacobian(Media media) {
    return new MediaJacobian(
        engine,
        media.graph(),
        DataType.FLOAT32,
        data.channelCount(),
        data.regionCount() * data.trainWeeks());
  }

  private static double norm(double[] gradient) {
    double sum = 0;
    for (double g : gradient) {
      sum += g * g;
    }
    return Math.sqrt(sum);
  }
}
