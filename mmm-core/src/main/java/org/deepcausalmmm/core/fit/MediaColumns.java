package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.baseline.BaselineDesign;
import org.deepcausalmmm.core.baseline.DemandSignal;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.baseline.VarianceEstimator;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.posterior.MediaJacobian;

/**
 * Adds to the covariance what is not known of media, to first order around the present parameters.
 *
 * <p>Moving effectiveness: a multiplier that moves adds contribution x sum of b_k cos(pi k t / T)
 * with normal b_k, a column for each channel and wave. The columns leave every channel's total
 * where it is. There are none where effectiveness does not move.
 *
 * <p>Demand that spend follows: columns of what spend tells of demand, see {@link DemandSignal}.
 *
 * <p>Media parameters: variances that are estimated from residuals alone take what media have
 * followed by chance for explained, and come out too small. With a column for every parameter that
 * regions share, and one for every region's deviation, they do not (restricted maximum likelihood
 * after linearisation; Lindstrom and Bates 1990, Biometrics 46).
 */
final class MediaColumns {
  /** Standard deviation of the first wave with which the estimation begins. */
  static final double FIRST_MOVEMENT = 0.1;

  /** Standard deviation of the elasticities of spend to demand with which it begins. */
  static final double FIRST_ELASTICITY = 0.5;

  private static final int WAVES = 8;
  private static final double VAGUE = 2;

  private final TrainingData data;
  private final MediaModel model;
  private final ParameterPriors priors;
  private final int[] moving;
  private final DemandSignal signal;
  private double[][][] demand = {};
  private double[] contribution = {};
  private List<MediaJacobian.Column> jacobian = List.of();

  /**
   * Creates columns.
   *
   * @param moving channels whose effectiveness moves
   */
  MediaColumns(TrainingData data, MediaModel model, ParameterPriors priors, int[] moving) {
    this.data = data;
    this.model = model;
    this.priors = priors;
    this.moving = moving;
    signal = new DemandSignal(data.spent(), data.observed());
  }

  /**
   * Takes over the present parameters.
   *
   * @param present contributions [region * week * channel]
   * @param derivatives of media by the parameters that regions share
   */
  void follow(double[] present, List<MediaJacobian.Column> derivatives) {
    contribution = present;
    jacobian = derivatives;
  }

  /**
   * Takes over what demand is like.
   *
   * @param state whose standard deviation and correlation has what spend does not tell of demand
   * @param elasticity standard deviation of the elasticities of spend to demand
   */
  void follow(Variances state, double elasticity) {
    demand = signal.columns(state, elasticity);
    for (double[][] region : demand) {
      Arrays.setAll(region, t -> signal.independent(region[t]));
    }
  }

  /** Adds the columns of moving effectiveness and of the demand that spend tells of. */
  BaselineDesign beside(
      BaselineDesign design, double[] regionScale, double movement, double elasticity) {
    BaselineDesign moving = moving(design, regionScale, movement);
    return demand.length == 0 || elasticity == 0
        ? moving
        : moving.withDemand(demand(regionScale, elasticity));
  }

  /** Returns whether there are channels whose effectiveness may move. */
  boolean mayMove() {
    return moving.length > 0;
  }

  /** Returns whether spend tells anything of demand. */
  boolean tellOfDemand() {
    return demand.length > 0;
  }

  /**
   * Returns what a channel's elasticities to demand add up to, in the mean of the channels, as the
   * residual says.
   *
   * @param with the covariance with the columns of demand
   */
  double usualElasticity(PrecisionOperator with, double[][] residual, double elasticity) {
    double[] all = with.sharedTransposed(with.apply(residual));
    return elasticity * signal.usual(with.design().demandCoefficients(all));
  }

  private double[][][] demand(double[] regionScale, double elasticity) {
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

  private BaselineDesign moving(BaselineDesign design, double[] regionScale, double sd) {
    if (sd == 0 || moving.length == 0) {
      return design;
    }
    int weeks = data.trainWeeks();
    double[][][] columns = new double[data.regionCount()][weeks][moving.length * WAVES];
    for (int j = 0; j < moving.length; j++) {
      for (int k = 0; k < WAVES; k++) {
        double[] wave = pinned(moving[j], k);
        for (int r = 0; r < columns.length; r++) {
          for (int t = 0; t < weeks; t++) {
            columns[r][t][j * WAVES + k] = sd * at(r, t, moving[j]) * wave[t] / regionScale[r];
          }
        }
      }
    }
    return design.withTimeVariation(columns);
  }

  /** Adds all columns. */
  BaselineDesign all(BaselineDesign design, double[] regionScale, VarianceEstimator.Point point) {
    BaselineDesign beside = beside(design, regionScale, point.timeVariation(), point.elasticity());
    return contribution.length == 0
        ? beside
        : beside.withMedia(shared(regionScale), regional(point.deviation()));
  }

  private double[][][] shared(double[] regionScale) {
    int weeks = data.trainWeeks();
    double[][][] columns = new double[data.regionCount()][weeks][jacobian.size()];
    for (int k = 0; k < jacobian.size(); k++) {
      MediaJacobian.Column column = jacobian.get(k);
      double sd = VAGUE * priors.sd(blockOf(column.index()));
      for (int r = 0; r < columns.length; r++) {
        for (int t = 0; t < weeks; t++) {
          columns[r][t][k] = sd * column.values()[r * weeks + t] / regionScale[r];
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

  private double[][][] regional(double sd) {
    int weeks = data.trainWeeks();
    int channels = data.regionCount() > 1 ? data.channelCount() : 0;
    double[][][] columns = new double[data.regionCount()][channels][weeks];
    for (int r = 0; r < columns.length; r++) {
      for (int c = 0; c < channels; c++) {
        for (int t = 0; t < weeks; t++) {
          columns[r][c][t] = sd * at(r, t, c);
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
    if (contribution.length == 0) {
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
          changed[r][t] += at(r, t, c) * theta[block.index(r, c)];
        }
      }
    }
    return changed;
  }

  /** Returns a wave that leaves the total of a channel where it is. */
  private double[] pinned(int channel, int k) {
    int weeks = data.trainWeeks();
    double[] wave = new double[weeks];
    double moved = 0;
    double total = 0;
    for (int t = 0; t < weeks; t++) {
      wave[t] = Math.sqrt(2) / (k + 1) * Math.cos(Math.PI * (k + 1) * (t + 0.5) / weeks);
      for (int r = 0; r < data.regionCount(); r++) {
        if (data.observed()[r][t]) {
          moved += at(r, t, channel) * wave[t];
          total += at(r, t, channel);
        }
      }
    }
    double mean = total > 0 ? moved / total : 0;
    for (int t = 0; t < weeks; t++) {
      wave[t] -= mean;
    }
    return wave;
  }

  private double at(int region, int week, int channel) {
    return contribution[(region * data.trainWeeks() + week) * data.channelCount() + channel];
  }
}
