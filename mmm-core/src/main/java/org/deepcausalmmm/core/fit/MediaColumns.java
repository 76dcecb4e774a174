package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepcausalmmm.core.baseline.BaselineDesign;
import org.deepcausalmmm.core.baseline.DemandSignal;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.baseline.VarianceEstimator;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.numeric.Cube;
import org.deepcausalmmm.core.posterior.MediaJacobian;

/**
 * Columns of the covariance for the uncertainty of media, to first order around given parameters.
 *
 * <p>Time-varying effectiveness: a multiplier that varies adds contribution x sum of b_k cos(pi k t
 * / T) with normal b_k, a column for each channel and wave, and likewise along the path of every
 * {@link Moderator}. The columns keep every channel's total.
 *
 * <p>Demand capture: columns of the demand that spend reveals, see {@link DemandSignal}.
 *
 * <p>Media parameters: variances that are estimated from residuals alone are too small, because
 * media have fitted part of the noise. A column for every parameter that regions share, and one for
 * every region's deviation, corrects for it (restricted maximum likelihood after linearisation;
 * Lindstrom and Bates 1990, Biometrics 46).
 */
final class MediaColumns {
  /** Standard deviation of the first wave of effectiveness at which the estimation starts. */
  static final double FIRST_TIME_VARIATION = 0.1;

  /** Standard deviation of the elasticities of spend to demand at which the estimation starts. */
  static final double FIRST_ELASTICITY = 0.5;

  private static final int WAVES = 8;

  /** Factor by which the columns of shared parameters are wider than their prior. */
  private static final double VAGUE = 2;

  /** The point around which media are linear. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Linearization(
      double[] contribution, List<MediaJacobian.Column> jacobian, double[][][] demand) {}

  private final TrainingData data;
  private final MediaModel model;
  private final ParameterPriors priors;
  private final int[] timeVarying;
  private final List<Moderator> moderators;
  private final DemandSignal signal;
  private final Linearization at;
  private final Cube cube;

  /**
   * Creates columns without a linearization: none at all.
   *
   * @param timeVarying channels whose effectiveness may vary over time
   */
  MediaColumns(TrainingData data, MediaModel model, ParameterPriors priors, int[] timeVarying) {
    this(
        data,
        model,
        priors,
        timeVarying,
        List.of(),
        new DemandSignal(data.spent(), data.observed()),
        new Linearization(new double[0], List.of(), new double[0][][]));
  }

  private MediaColumns(
      TrainingData data,
      MediaModel model,
      ParameterPriors priors,
      int[] timeVarying,
      List<Moderator> moderators,
      DemandSignal signal,
      Linearization at) {
    this.data = data;
    this.model = model;
    this.priors = priors;
    this.timeVarying = timeVarying;
    this.moderators = moderators;
    this.signal = signal;
    this.at = at;
    cube = new Cube(data.regionCount(), data.trainWeeks(), data.channelCount());
  }

  /**
   * Returns the columns around other media parameters.
   *
   * @param contribution [region * week * channel] at the parameters
   * @param derivatives of media by the parameters that regions share
   */
  MediaColumns linearizedAt(double[] contribution, List<MediaJacobian.Column> derivatives) {
    return with(new Linearization(contribution, derivatives, at.demand()));
  }

  /**
   * Returns the columns under other assumptions about demand.
   *
   * @param state standard deviation and correlation of the demand that spend does not reveal
   * @param elasticity standard deviation of the elasticities of spend to demand
   */
  MediaColumns withDemand(Variances state, double elasticity) {
    double[][][] demand = signal.columns(state, elasticity);
    for (double[][] region : demand) {
      Arrays.setAll(region, t -> signal.independent(region[t]));
    }
    return with(new Linearization(at.contribution(), at.jacobian(), demand));
  }

  private MediaColumns with(Linearization other) {
    return new MediaColumns(data, model, priors, timeVarying, moderators, signal, other);
  }

  /** Returns the columns with effects of media that others moderate. */
  MediaColumns moderatedBy(List<Moderator> others) {
    return new MediaColumns(data, model, priors, timeVarying, others, signal, at);
  }

  /** Returns what moderates the effects of media. */
  List<Moderator> moderators() {
    return moderators;
  }

  /** Returns the channels whose effectiveness may vary over time. */
  int[] timeVarying() {
    return timeVarying;
  }

  /** Returns whether there are channels whose effectiveness may vary over time. */
  boolean mayVary() {
    return timeVarying.length > 0;
  }

  /** Returns whether spend reveals anything of demand. */
  boolean revealDemand() {
    return at.demand().length > 0;
  }

  /**
   * Returns the posterior mean of the sum of a channel's elasticities to demand, averaged over
   * channels.
   *
   * @param operator precision of the covariance with the columns of demand
   * @param residual [region][week]
   * @param elasticity standard deviation of the elasticities
   */
  double meanElasticity(PrecisionOperator operator, double[][] residual, double elasticity) {
    double[] all = operator.sharedTransposed(operator.apply(residual));
    return elasticity * signal.usual(operator.design().demandCoefficients(all));
  }

  /** Adds the columns of time-varying effectiveness and of demand. */
  BaselineDesign withTimeVariationAndDemand(
      BaselineDesign design, double[] regionScale, double timeVariation, double elasticity) {
    BaselineDesign varying = withTimeVariation(design, regionScale, timeVariation);
    return at.demand().length == 0 || elasticity == 0
        ? varying
        : varying.withDemand(demand(regionScale, elasticity));
  }

  /** Adds all columns. */
  BaselineDesign all(BaselineDesign design, double[] regionScale, VarianceEstimator.Point point) {
    BaselineDesign varying =
        withTimeVariationAndDemand(design, regionScale, point.timeVariation(), point.elasticity());
    return at.contribution().length == 0
        ? varying
        : varying.withMedia(shared(regionScale), regional(point.deviation()));
  }

  private double[][][] demand(double[] regionScale, double elasticity) {
    double[][][] demand = at.demand();
    double[][][] columns = new double[demand.length][][];
    for (int r = 0; r < columns.length; r++) {
      double scale = elasticity / regionScale[r];
      columns[r] = new double[demand[r].length][];
      for (int t = 0; t < columns[r].length; t++) {
        columns[r][t] = Arrays.stream(demand[r][t]).map(x -> scale * x).toArray();
      }
    }
    return columns;
  }

  private BaselineDesign withTimeVariation(BaselineDesign design, double[] regionScale, double sd) {
    double[][] shapes = shapes(sd);
    if (shapes.length == 0 || timeVarying.length == 0) {
      return design;
    }
    int channels = timeVarying.length;
    double[][][] amplitude = new double[channels][data.regionCount()][data.trainWeeks()];
    double[][][] waves = new double[channels][shapes.length][];
    for (int j = 0; j < channels; j++) {
      for (int k = 0; k < shapes.length; k++) {
        waves[j][k] = Arrays.copyOf(centered(timeVarying[j], shapes[k]), data.trainWeeks());
      }
      for (int r = 0; r < data.regionCount(); r++) {
        for (int t = 0; t < data.trainWeeks(); t++) {
          amplitude[j][r][t] = contribution(r, t, timeVarying[j]) / regionScale[r];
        }
      }
    }
    return design.withTimeVariation(amplitude, waves);
  }

  /**
   * Returns the paths along which effectiveness may vary, in units of the prior standard deviation:
   * smooth waves, if any, then those of moderators.
   *
   * @param sd standard deviation of the first smooth wave; 0 for none
   */
  private double[][] shapes(double sd) {
    Stream<double[]> smooth = IntStream.range(0, sd == 0 ? 0 : WAVES).mapToObj(k -> wave(k, sd));
    return at.contribution().length == 0
        ? new double[0][]
        : Stream.concat(smooth, moderators.stream().map(Moderator::shape)).toArray(double[][]::new);
  }

  private double[] wave(int k, double sd) {
    int weeks = data.trainWeeks();
    return IntStream.range(0, weeks)
        .mapToDouble(
            t -> sd * Math.sqrt(2) / (k + 1) * Math.cos(Math.PI * (k + 1) * (t + 0.5) / weeks))
        .toArray();
  }

  /** Returns a path that keeps the total contribution of a channel, of the same length. */
  double[] centered(int channel, double[] path) {
    double varied = 0;
    double total = 0;
    for (int t = 0; t < data.trainWeeks(); t++) {
      for (int r = 0; r < data.regionCount(); r++) {
        if (data.observed()[r][t]) {
          varied += contribution(r, t, channel) * path[t];
          total += contribution(r, t, channel);
        }
      }
    }
    double mean = total > 0 ? varied / total : 0;
    return Arrays.stream(path).map(x -> x - mean).toArray();
  }

  /**
   * Returns a channel's contribution times a path over the weeks: [region][week], 0 where not
   * observed.
   */
  double[][] contributionTimes(int channel, double[] path) {
    double[][] product = new double[data.regionCount()][data.trainWeeks()];
    for (int r = 0; r < product.length; r++) {
      for (int t = 0; t < data.trainWeeks(); t++) {
        product[r][t] = data.observed()[r][t] ? contribution(r, t, channel) * path[t] : 0;
      }
    }
    return product;
  }

  /** Returns the columns of the parameters that regions share: [region][week][column]. */
  private double[][][] shared(double[] regionScale) {
    List<MediaJacobian.Column> jacobian = at.jacobian();
    double[][][] columns = new double[data.regionCount()][data.trainWeeks()][jacobian.size()];
    for (int k = 0; k < jacobian.size(); k++) {
      MediaJacobian.Column column = jacobian.get(k);
      double sd = VAGUE * priors.sd(blockOf(column.index()));
      for (int r = 0; r < columns.length; r++) {
        for (int t = 0; t < data.trainWeeks(); t++) {
          columns[r][t][k] = sd * column.values()[cube.cells().index(r, t)] / regionScale[r];
        }
      }
    }
    return columns;
  }

  private ParameterBlock blockOf(int index) {
    return model.layout().blocks().stream()
        .filter(b -> index >= b.offset() && index < b.offset() + b.size())
        .findFirst()
        .orElseThrow();
  }

  /** Returns the columns of the regions' deviations: [region][column][week]. */
  private double[][][] regional(double sd) {
    int weeks = data.trainWeeks();
    int channels = data.regionCount() > 1 ? data.channelCount() : 0;
    double[][][] columns = new double[data.regionCount()][channels][weeks];
    for (int r = 0; r < columns.length; r++) {
      for (int c = 0; c < channels; c++) {
        for (int t = 0; t < weeks; t++) {
          columns[r][c][t] = model.layout().deviates(c) ? sd * contribution(r, t, c) : 0;
        }
      }
    }
    return columns;
  }

  /**
   * Returns the residual as if no region deviated, to first order.
   *
   * @param residual [region][week]
   */
  double[][] withoutDeviations(double[][] residual, double[] theta) {
    if (at.contribution().length == 0) {
      return residual;
    }
    return model
        .layout()
        .find(MediaModel.MEDIA, MediaModel.DEVIATION, 0)
        .map(block -> withoutDeviations(residual, theta, block))
        .orElse(residual);
  }

  private double[][] withoutDeviations(double[][] residual, double[] theta, ParameterBlock block) {
    double[][] changed = new double[residual.length][];
    for (int r = 0; r < changed.length; r++) {
      changed[r] = residual[r].clone();
      for (int t = 0; t < changed[r].length; t++) {
        for (int c = 0; c < data.channelCount() && data.observed()[r][t]; c++) {
          changed[r][t] +=
              model.layout().deviates(c) ? contribution(r, t, c) * theta[block.index(r, c)] : 0;
        }
      }
    }
    return changed;
  }

  /**
   * Returns the residual with the contributions of some channels added.
   *
   * @param residual [region][week]
   */
  double[][] withContributions(double[][] residual, IntPredicate channels) {
    double[][] changed = new double[residual.length][];
    for (int r = 0; r < changed.length; r++) {
      changed[r] = residual[r].clone();
      for (int t = 0; t < changed[r].length; t++) {
        for (int c = 0; c < data.channelCount() && data.observed()[r][t]; c++) {
          changed[r][t] += channels.test(c) ? contribution(r, t, c) : 0;
        }
      }
    }
    return changed;
  }

  private double contribution(int region, int week, int channel) {
    return at.contribution()[cube.index(region, week, channel)];
  }
}
