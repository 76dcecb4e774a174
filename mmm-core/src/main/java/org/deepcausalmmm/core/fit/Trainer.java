package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.baseline.BaselineDesign;
import org.deepcausalmmm.core.baseline.Projector;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.core.baseline.VarianceEstimator;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.Beliefs;
import org.deepcausalmmm.core.model.EarlierExposure;
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

  /** For how many rounds media learn further that nothing came before, until all is explained. */
  private static final int FURTHER_ROUNDS = 2;

  private static final int LEAST_WEEKS_FOR_PEAKS = 104;
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
  private EarlierExposure earlier = EarlierExposure.LIKE_FIRST_WEEKS;
  private Season season = Season.SMOOTH;
  private BaselineDesign design;
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
    design = data.design(season);
    rounds = quick ? QUICK_ROUNDS : ROUNDS;
    steps = quick ? QUICK_STEPS : STEPS;
    regionScale = new double[data.regionCount()];
    Arrays.fill(regionScale, 1);
    variances = Variances.start(data.regionCount());
    start = model.layout().start(seed);
    mayMove = columns.mayMove();
  }

  /** Is the media under an idea of what came before the data. */
  private record Media(ExposureOrigins origins, MediaGraph graph, MediaObjective objective) {
    double[][] residual(double[] theta) {
      return objective.residual(objective.media(theta));
    }
  }

  /** Continues an earlier fit: fewer rounds, and steps as small as at its end. */
  void continueFrom(WarmStart before) {
    warm = true;
    mayMove = before.moved();
    earlier = before.earlier();
    rounds = WARM_ROUNDS;
    steps = Math.min(steps, WARM_STEPS);
    start = before.theta();
    season = before.season();
    design = data.design(season);
    variances = before.variances();
    System.arraycopy(before.regionScale(), 0, regionScale, 0, regionScale.length);
    noise.continueFrom(before.weight(), before.noiseScale(), variances.noise());
    before
        .deviationSd()
        .ifPresent(
            sd -> deviation().ifPresent(block -> beliefs.setSd(block, limitedDeviationSd(sd))));
  }

  /** Trains. */
  MediaFit train(StructuralEquations equations, List<Prior> priors, Progress progress) {
    try (NDManager manager = engine.newManager()) {
      Media media = media(manager, equations, earlier, priors);
      learnFrom(earlier);
      double[] theta = start.clone();
      List<Double> losses = new ArrayList<>();
      if (warm) {
        followMedia(theta, media.graph());
      }
      double[][] residual = media.residual(theta);
      double gradientNorm = 0;
      for (int round = 0; round < rounds; round++) {
        MediaObjective objective = media.objective();
        Projector projector = estimateVariances(round, theta, residual);
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
        residual = objective.residual(last.result().media());
        gradientNorm = norm(last.values());
        losses.add(last.result().loss());
        adapt(theta, projector, residual, media.graph());
        if (!warm && round == rounds / 2) {
          Media nothing = media(manager, equations, EarlierExposure.NONE, priors);
          Optional<double[]> ifNothing = nothingCame(nothing, media, theta);
          if (ifNothing.isPresent()) {
            media = nothing;
            theta = ifNothing.get();
            residual = nothing.residual(theta);
            followMedia(theta, media.graph());
          }
          sharpenSeason(residual, theta);
        }
      }
      estimateMovement(theta, residual);
      progress.report(
          "fit, round %d of %d".formatted(rounds, rounds),
          rounds * steps,
          rounds * steps,
          losses.get(rounds - 1));
      Projector still = still(residual);
      return new MediaFit(
          theta,
          media.origins(),
          season,
          still,
          precisionOfAll(still.variances(), residual),
          moving(),
          movementSd,
          columns.tellOfDemand() ? elasticity : Double.NaN,
          regionScale,
          noise,
          losses,
          gradientNorm);
    }
  }

  private Media media(
      NDManager manager,
      StructuralEquations equations,
      EarlierExposure before,
      List<Prior> priors) {
    ExposureOrigins origins = ExposureOrigins.of(data.exposure(), equations, before);
    MediaGraph graph = graph(manager, origins, DataType.FLOAT32);
    return new Media(
        origins,
        graph,
        new MediaObjective(engine, manager, data, model, graph, beliefs, priors, DataType.FLOAT32));
  }

  private void learnFrom(EarlierExposure before) {
    noise.learnFrom(before.leadIn(model.maxLag(), data.trainWeeks()));
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
    weighOthers(nothing.residual(theta), asMuch.residual(theta));
    learnFrom(EarlierExposure.NONE);
    Projector projector = moving();
    double[] ifNothing = learned(nothing, theta, 1, projector);
    double[] ifAsMuch = learned(asMuch, theta, 1, projector);
    double gain = 2 * (loss(asMuch, ifAsMuch, projector) - loss(nothing, ifNothing, projector));
    if (gain > VERY_STRONG) {
      ifNothing = learned(nothing, ifNothing, FURTHER_ROUNDS, projector);
      if (gainByEarlier(nothing, asMuch, ifNothing) <= VERY_STRONG) {
        return Optional.of(ifNothing);
      }
    }
    learnFrom(earlier);
    return Optional.empty();
  }

  /** Weighs the first weeks: what is far out is so under both ideas, else an idea is wrong. */
  private void weighOthers(double[][] ifNothing, double[][] ifAsMuch) {
    double[][] left = leftOfAll(variances, ifNothing);
    double[][] other = leftOfAll(variances, ifAsMuch);
    for (int r = 0; r < left.length; r++) {
      for (int t = 0; t < left[r].length; t++) {
        left[r][t] = Math.abs(left[r][t]) < Math.abs(other[r][t]) ? left[r][t] : other[r][t];
      }
    }
    noise.weighOthers(left, variances.noise());
  }

  private double[] learned(Media media, double[] start, int times, Projector projector) {
    double[] theta = start.clone();
    Adam adam = new Adam(theta.length);
    for (int step = 0; step < times * steps; step++) {
      adam.step(
          theta,
          media.objective().gradient(theta, projector).values(),
          rate(rounds / 2, step / times));
    }
    return theta;
  }

  private static double loss(Media media, double[] theta, Projector projector) {
    return media.objective().gradient(theta, projector).result().loss();
  }

  /**
   * Gives twice the gain of the log likelihood if every channel has exposure before the data, as
   * much more or less than nothing as the data say.
   */
  private double gainByEarlier(Media nothing, Media asMuch, double[] theta) {
    double[] without = jacobian(nothing.graph()).contributions(theta);
    double[] with = jacobian(asMuch.graph()).contributions(theta);
    int weeks = data.trainWeeks();
    int channels = data.channelCount();
    double[][][] carriedIn = new double[data.regionCount()][weeks][channels];
    for (int r = 0; r < carriedIn.length; r++) {
      for (int t = 0; t < weeks; t++) {
        for (int c = 0; c < channels; c++) {
          int cell = (r * weeks + t) * channels + c;
          carriedIn[r][t][c] = (with[cell] - without[cell]) / regionScale[r];
        }
      }
    }
    VarianceEstimator.Point at = point(movementSd);
    BaselineDesign known = columns.all(design, regionScale, at);
    double[][] left = columns.withoutDeviations(nothing.residual(theta), theta);
    return VarianceEstimator.deviance(projector(known, variances), at, left)
        - VarianceEstimator.deviance(
            projector(known.withMedia(carriedIn, new double[data.regionCount()][0][]), variances),
            at,
            left);
  }

  /**
   * Lets the season have peaks if that is beyond doubt: media that are raised in the weeks of a
   * peak would be credited with what a smooth season cannot follow. It takes years to tell a peak
   * that comes every year from a movement.
   */
  private void sharpenSeason(double[][] residual, double[] theta) {
    if (data.trainWeeks() < LEAST_WEEKS_FOR_PEAKS) {
      return;
    }
    VarianceEstimator.Point at = point(movementSd);
    double[][] left = columns.withoutDeviations(residual, theta);
    double smooth = VarianceEstimator.deviance(with(at), at, left);
    design = data.design(Season.PEAKED);
    if (smooth - VarianceEstimator.deviance(with(at), at, left) > VERY_STRONG) {
      season = Season.PEAKED;
    } else {
      design = data.design(season);
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
    return new Projector(design, at, regionScale, noise.steadyPrecision(at.noise()));
  }

  /**
   * Gives the covariance of the outcome at given media parameters, with their movement and the
   * demand that spend tells of integrated out.
   */
  private Projector moving() {
    return projector(columns.beside(design, regionScale, movementSd, elasticity), variances);
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

  /** Gives the precision of all that was observed, that from which media learned nothing too. */
  private double[][] precisionOfAll(Variances at, double[][] residual) {
    noise.weighOthers(leftOfAll(at, residual), at.noise());
    return noise.precisionOfAll(at.noise());
  }

  private double[][] leftOfAll(Variances at, double[][] residual) {
    double[][] precision = noise.precisionOfAll(at.noise());
    return left(new Projector(design, at, regionScale, precision), residual);
  }

  /** Gives what is left of a residual when the baseline has followed it: [region][week]. */
  private static double[][] left(Projector projector, double[][] residual) {
    double[][] left = projector.apply(residual);
    for (int r = 0; r < left.length; r++) {
      for (int t = 0; t < left[r].length; t++) {
        double precision = projector.precision()[r][t];
        left[r][t] = precision > 0 ? left[r][t] / precision : 0;
      }
    }
    return left;
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
        point(movement),
        this::with,
        columns.withoutDeviations(residual, theta),
        noise.typical(),
        steps);
  }

  private VarianceEstimator.Point point(double movement) {
    return new VarianceEstimator.Point(
        variances, movement, deviation().map(beliefs::sd).orElse(0.0), elasticity);
  }

  private Projector with(VarianceEstimator.Point at) {
    return projector(columns.all(design, regionScale, at), at.variances());
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
    double[][] left = left(projector, residual);
    double[][] expected = new double[left.length][];
    for (int r = 0; r < left.length; r++) {
      expected[r] = new double[left[r].length];
      for (int t = 0; t < left[r].length; t++) {
        expected[r][t] = data.outcome()[r][t] - left[r][t];
      }
    }
    noise.update(left, expected, variances.noise());
    rescaleRegions(residual);
    followMedia(theta, graph);
  }

  private void followMedia(double[] theta, MediaGraph graph) {
    MediaJacobian jacobian = jacobian(graph);
    columns.follow(variances, elasticity);
    columns.follow(jacobian.contributions(theta), jacobian.columns(model.layout(), theta));
  }

  private MediaJacobian jacobian(MediaGraph graph) {
    return new MediaJacobian(
        engine,
        graph,
        DataType.FLOAT32,
        data.channelCount(),
        data.regionCount() * data.trainWeeks());
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
