package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.core.baseline.BaselineDesign;
import org.deepcausalmmm.core.baseline.Projector;
import org.deepcausalmmm.core.baseline.VarianceEstimator;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.Beliefs;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
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
  private static final int STEPS_OF_VARIANCES = 3;
  private static final int STEPS_OF_MOVEMENT = 8;
  private static final double LAST_RATE = 0.024;

  /**
   * Twice the logarithm of a likelihood ratio above which evidence is called very strong (Kass and
   * Raftery 1995, Journal of the American Statistical Association 90).
   */
  private static final double VERY_STRONG = 10;

  private final ComputeEngine engine;
  private final TrainingData data;
  private final MediaModel model;
  private final Beliefs beliefs;
  private final NoiseModel noise;
  private final VarianceEstimator estimator;
  private final MediaColumns columns;
  private int steps;
  private final double[] regionScale;
  private int rounds;
  private double[] start;
  private boolean warm;
  private boolean mayMove;
  private Variances variances;
  private double movementSd;
  private double elasticity = MediaColumns.FIRST_ELASTICITY;

  Trainer(
      ComputeEngine engine,
      TrainingData data,
      MediaModel model,
      Loss loss,
      Beliefs beliefs,
      MediaColumns columns,
      long seed,
      boolean quick) {
    this.engine = engine;
    this.data = data;
    this.model = model;
    this.beliefs = beliefs;
    this.columns = columns;
    noise = new NoiseModel(engine, loss, data.observed());
    estimator = new VarianceEstimator(seed);
    rounds = quick ? QUICK_ROUNDS : ROUNDS;
    steps = quick ? QUICK_STEPS : STEPS;
    regionScale = new double[data.regionCount()];
    Arrays.fill(regionScale, 1);
    variances = Variances.start(data.regionCount());
    start = model.layout().start(seed);
    mayMove = columns.mayMove();
  }

  /** Continues an earlier fit: fewer rounds, and steps as small as at its end. */
  void continueFrom(WarmStart before) {
    warm = true;
    mayMove = before.moved();
    rounds = WARM_ROUNDS;
    steps = Math.min(steps, WARM_STEPS);
    start = before.theta();
    variances = before.variances();
    System.arraycopy(before.regionScale(), 0, regionScale, 0, regionScale.length);
    noise.continueFrom(before.weight(), before.noiseScale(), variances.noise());
    before
        .deviationSd()
        .ifPresent(
            sd -> deviation().ifPresent(block -> beliefs.setSd(block, limitedDeviationSd(sd))));
  }

  /** Trains. */
  MediaFit train(ExposureOrigins origins, List<Prior> priors, Progress progress) {
    try (NDManager manager = engine.newManager()) {
      MediaGraph graph = graph(manager, origins, DataType.FLOAT32);
      MediaObjective objective =
          new MediaObjective(
              engine, manager, data, model, graph, beliefs, priors, DataType.FLOAT32);
      double[] theta = start.clone();
      List<Double> losses = new ArrayList<>();
      if (warm) {
        followMedia(theta, graph);
      }
      double[][] media = objective.gradient(theta, moving()).result().media();
      double gradientNorm = 0;
      for (int round = 0; round < rounds; round++) {
        Projector projector = estimateVariances(round, theta, objective.residual(media));
        Adam adam = new Adam(theta.length);
        for (int step = 0; step < steps; step++) {
          ComputeEngine.Gradient<MediaObjective.Outcome> gradient =
              objective.gradient(theta, projector);
          adam.step(theta, gradient.values(), rate(round, step));
          if (step % 10 == 0) {
            progress.report(
                "fit, round %d of %d".formatted(round + 1, rounds),
                round * steps + step,
                rounds * steps,
                gradient.result().loss());
          }
        }
        ComputeEngine.Gradient<MediaObjective.Outcome> last = objective.gradient(theta, projector);
        media = last.result().media();
        gradientNorm = norm(last.values());
        losses.add(last.result().loss());
        adapt(theta, projector, objective.residual(media), graph);
      }
      estimateMovement(theta, objective.residual(media));
      progress.report(
          "fit, round %d of %d".formatted(rounds, rounds),
          rounds * steps,
          rounds * steps,
          losses.get(rounds - 1));
      return new MediaFit(
          theta,
          still(objective.residual(media)),
          moving(),
          movementSd,
          columns.tellOfDemand() ? elasticity : Double.NaN,
          regionScale,
          noise,
          losses,
          gradientNorm);
    }
  }

  MediaGraph graph(NDManager manager, ExposureOrigins origins, DataType type) {
    double[][] constant = new double[data.trainWeeks()][data.channelCount()];
    for (double[] row : constant) {
      Arrays.fill(row, 1);
    }
    return new MediaGraph(
        model, manager, type, data.exposure(), origins, data.observed(), constant);
  }

  private double rate(int round, int step) {
    double rate = warm || round == rounds - 1 ? LAST_RATE : 2 * round < rounds ? 0.08 : 0.04;
    return rate * (0.02 + 0.98 * 0.5 * (1 + Math.cos(Math.PI * step / steps)));
  }

  private Projector projector(BaselineDesign design, Variances at) {
    return new Projector(design, at, regionScale, noise.precision(at.noise()));
  }

  private Projector steady(Variances at) {
    return new Projector(data.design(), at, regionScale, noise.steadyPrecision(at.noise()));
  }

  /**
   * Gives the covariance of the outcome at given media parameters, with their movement and the
   * demand that spend tells of integrated out.
   */
  private Projector moving() {
    return projector(columns.beside(data.design(), regionScale, movementSd, elasticity), variances);
  }

  /**
   * Gives the covariance of the baseline when effectiveness does not move: what movement would have
   * explained is then the baseline's, whose variances are estimated anew.
   */
  private Projector still(double[][] residual) {
    Variances found =
        estimator
            .improve(
                new VarianceEstimator.Point(variances, movementSd, 0, elasticity),
                at -> steady(at.variances()),
                residual,
                noise.typical(),
                STEPS_OF_VARIANCES)
            .variances();
    return steady(found);
  }

  private Projector estimateVariances(int round, double[] theta, double[][] residual) {
    accept(
        improved(
            0,
            theta,
            residual,
            round == 0 && !warm ? FIRST_STEPS_OF_VARIANCES : STEPS_OF_VARIANCES));
    return moving();
  }

  /** Lets effectiveness move if what media and baseline leave says so beyond doubt. */
  private void estimateMovement(double[] theta, double[][] residual) {
    if (!mayMove) {
      return;
    }
    VarianceEstimator.Point still = improved(0, theta, residual, STEPS_OF_VARIANCES);
    VarianceEstimator.Point moving =
        improved(MediaColumns.FIRST_MOVEMENT, theta, residual, STEPS_OF_MOVEMENT);
    double[][] left = columns.withoutDeviations(residual, theta);
    double gain =
        VarianceEstimator.deviance(with(still), still, left)
            - VarianceEstimator.deviance(with(moving), moving, left);
    accept(gain > VERY_STRONG ? moving : still);
  }

  private VarianceEstimator.Point improved(
      double movement, double[] theta, double[][] residual, int steps) {
    return estimator.improve(
        new VarianceEstimator.Point(
            variances, movement, deviation().map(beliefs::sd).orElse(0.0), elasticity),
        this::with,
        columns.withoutDeviations(residual, theta),
        noise.typical(),
        steps);
  }

  private Projector with(VarianceEstimator.Point at) {
    return projector(columns.all(data.design(), regionScale, at), at.variances());
  }

  private void accept(VarianceEstimator.Point found) {
    variances = found.variances();
    movementSd = found.movement();
    elasticity = found.elasticity();
    deviation().ifPresent(block -> beliefs.setSd(block, found.deviation()));
  }

  private Optional<ParameterBlock> deviation() {
    return model.layout().find(MediaModel.MEDIA, MediaModel.DEVIATION, 0);
  }

  /** Learns the weights of observations, the regions' scales and how far regions deviate. */
  private void adapt(double[] theta, Projector projector, double[][] residual, MediaGraph graph) {
    double[][] pull = projector.apply(residual);
    double[][] left = new double[pull.length][];
    double[][] expected = new double[pull.length][];
    for (int r = 0; r < pull.length; r++) {
      left[r] = new double[pull[r].length];
      expected[r] = new double[pull[r].length];
      for (int t = 0; t < left[r].length; t++) {
        double precision = projector.precision()[r][t];
        left[r][t] = precision > 0 ? pull[r][t] / precision : 0;
        expected[r][t] = data.outcome()[r][t] - left[r][t];
      }
    }
    noise.update(left, expected, variances.noise());
    rescaleRegions(residual);
    followMedia(theta, graph);
  }

  private void followMedia(double[] theta, MediaGraph graph) {
    MediaJacobian jacobian =
        new MediaJacobian(
            engine,
            graph,
            DataType.FLOAT32,
            data.channelCount(),
            data.regionCount() * data.trainWeeks());
    columns.follow(variances, elasticity);
    columns.follow(jacobian.contributions(theta), jacobian.columns(model.layout(), theta));
  }

  private void rescaleRegions(double[][] residual) {
    double[] level = new double[residual.length];
    for (int r = 0; r < level.length; r++) {
      int weeks = 0;
      for (int t = 0; t < residual[r].length; t++) {
        level[r] += residual[r][t];
        weeks += data.observed()[r][t] ? 1 : 0;
      }
      level[r] = weeks == 0 ? Double.NaN : level[r] / weeks;
    }
    double[] sorted = Arrays.stream(level).filter(x -> !Double.isNaN(x)).sorted().toArray();
    double median = Math.max(0.05, sorted[sorted.length / 2]);
    for (int r = 0; r < level.length; r++) {
      regionScale[r] = Double.isNaN(level[r]) ? 1 : Math.max(0.3, Math.min(3, level[r] / median));
    }
  }

  private static double limitedDeviationSd(double sd) {
    return Math.max(
        VarianceEstimator.LEAST_DEVIATION, Math.min(VarianceEstimator.MOST_DEVIATION, sd));
  }

  private static double norm(double[] gradient) {
    double sum = 0;
    for (double g : gradient) {
      sum += g * g;
    }
    return Math.sqrt(sum);
  }
}
