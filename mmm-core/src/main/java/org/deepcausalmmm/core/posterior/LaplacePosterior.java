package org.deepcausalmmm.core.posterior;

import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.deepcausalmmm.core.baseline.Projector;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.Beliefs;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.model.ParameterLayout;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Draws media parameters around the most probable ones (Laplace's approximation with the
 * Gauss-Newton Hessian).
 *
 * <p>Regions meet only through what they share, so the Hessian is an arrow: the baseline's shared
 * coefficients and the shared media parameters in one corner, a small block for the deviations of
 * each region. The corner's Schur complement is factored, then each region's block.
 */
public final class LaplacePosterior {
  private static final double BELIEF_STEP = 1e-3;

  private final MediaModel model;
  private final Projector projector;
  private final Beliefs beliefs;
  private final double[] theta;
  private final List<MediaJacobian.Column> columns;
  private final double[] contributions;
  private final int regions;
  private final int weeks;
  private final int channels;
  private final int first;
  private final Optional<ParameterBlock> deviations;
  private final DMatrixRMaj corner;
  private final DMatrixRMaj[] regionFactor;
  private final DMatrixRMaj[] regionPull;

  /**
   * Factors the Hessian.
   *
   * @param graph the model bound to the training data, in double precision
   * @param beliefGradient gradient of minus the log density of what is believed of derived
   *     quantities
   */
  public LaplacePosterior(
      ComputeEngine engine,
      MediaModel model,
      MediaGraph graph,
      Projector projector,
      Beliefs beliefs,
      double[] theta,
      int regions,
      int weeks,
      UnaryOperator<double[]> beliefGradient) {
    this.model = model;
    this.projector = projector;
    this.beliefs = beliefs;
    this.theta = theta;
    this.regions = regions;
    this.weeks = weeks;
    channels = model.channelCount();
    MediaJacobian jacobian =
        new MediaJacobian(engine, graph, DataType.FLOAT64, channels, regions * weeks);
    columns = jacobian.columns(model.layout(), theta);
    contributions = jacobian.contributions(theta);
    deviations = model.layout().find(MediaModel.MEDIA, MediaModel.DEVIATION, 0);
    first = projector.moments().numRows;
    int size = first + columns.size();
    corner = new DMatrixRMaj(size, size);
    regionFactor = new DMatrixRMaj[regions];
    regionPull = new DMatrixRMaj[regions];
    fillCorner();
    addPriorPrecision();
    addBeliefCurvature(beliefGradient);
    deviations.ifPresent(this::eliminateRegions);
  }

  private void fillCorner() {
    int shared = columns.size();
    int cells = regions * weeks;
    DMatrixRMaj j = new DMatrixRMaj(shared, cells);
    DMatrixRMaj solved = new DMatrixRMaj(shared, cells);
    for (int p = 0; p < shared; p++) {
      double[] values = columns.get(p).values();
      System.arraycopy(values, 0, j.data, p * cells, cells);
      double[][] rows = solveRows(values);
      for (int r = 0; r < regions; r++) {
        System.arraycopy(rows[r], 0, solved.data, p * cells + r * weeks, weeks);
      }
      double[] cross = projector.transposed(rows);
      for (int k = 0; k < cross.length; k++) {
        corner.set(first + p, k, cross[k]);
        corner.set(k, first + p, cross[k]);
      }
    }
    DMatrixRMaj square = new DMatrixRMaj(shared, shared);
    CommonOps_DDRM.multTransB(j, solved, square);
    CommonOps_DDRM.insert(square, corner, first, first);
    CommonOps_DDRM.insert(projector.moments(), corner, 0, 0);
  }

  /** Gives K⁻¹ of a column, region by region. */
  private double[][] solveRows(double[] values) {
    double[][] rows = new double[regions][];
    for (int r = 0; r < regions; r++) {
      rows[r] = projector.solveRegion(r, Arrays.copyOfRange(values, r * weeks, (r + 1) * weeks));
    }
    return rows;
  }

  private void addPriorPrecision() {
    ParameterLayout layout = model.layout();
    for (ParameterBlock block : layout.blocks()) {
      if (!block.byRegion()) {
        for (int p = 0; p < columns.size(); p++) {
          int i = columns.get(p).index() - block.offset();
          for (int q = 0; q < columns.size() && i >= 0 && i < block.size(); q++) {
            int k = columns.get(q).index() - block.offset();
            if (k >= 0 && k < block.size()) {
              corner.add(first + p, first + q, beliefs.precision(block, i, k));
            }
          }
        }
      }
    }
  }

  /** Adds the curvature of beliefs about derived quantities, over the readable parameters. */
  private void addBeliefCurvature(UnaryOperator<double[]> gradient) {
    int[] readable = readableColumns();
    DMatrixRMaj curvature = new DMatrixRMaj(readable.length, readable.length);
    for (int a = 0; a < readable.length; a++) {
      int at = columns.get(readable[a]).index();
      double[] up = theta.clone();
      double[] down = theta.clone();
      up[at] += BELIEF_STEP;
      down[at] -= BELIEF_STEP;
      double[] high = gradient.apply(up);
      double[] low = gradient.apply(down);
      for (int b = 0; b < readable.length; b++) {
        int other = columns.get(readable[b]).index();
        double slope = (high[other] - low[other]) / (2 * BELIEF_STEP);
        curvature.add(a, b, slope / 2);
        curvature.add(b, a, slope / 2);
      }
    }
    DMatrixRMaj positive = positivePart(curvature);
    for (int a = 0; a < readable.length; a++) {
      for (int b = 0; b < readable.length; b++) {
        corner.add(first + readable[a], first + readable[b], positive.get(a, b));
      }
    }
  }

  private int[] readableColumns() {
    return java.util.stream.IntStream.range(0, columns.size())
        .filter(
            p ->
                model.layout().blocks().stream()
                    .anyMatch(
                        b ->
                            b.readable()
                                && !b.byRegion()
                                && columns.get(p).index() >= b.offset()
                                && columns.get(p).index() < b.offset() + b.size()))
        .toArray();
  }

  private static DMatrixRMaj positivePart(DMatrixRMaj symmetric) {
    int n = symmetric.numRows;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(symmetric.copy())) {
      throw new ArithmeticException("The curvature of the beliefs is not finite.");
    }
    DMatrixRMaj sum = new DMatrixRMaj(n, n);
    for (int k = 0; k < n; k++) {
      double value = eigen.getEigenvalue(k).getReal();
      if (value > 0) {
        CommonOps_DDRM.multAddTransB(value, eigen.getEigenVector(k), eigen.getEigenVector(k), sum);
      }
    }
    return sum;
  }

  /** Takes the deviations out of the corner (Schur complement), keeping each region's factor. */
  private void eliminateRegions(ParameterBlock block) {
    int shared = columns.size();
    int size = corner.numRows;
    double prior = 1 / Math.pow(beliefs.sd(block), 2);
    for (int r = 0; r < regions; r++) {
      DMatrixRMaj curvature = new DMatrixRMaj(channels, channels);
      DMatrixRMaj pull = new DMatrixRMaj(channels, size);
      double[][] moved = new double[channels][];
      for (int c = 0; c < channels; c++) {
        moved[c] = new double[weeks];
        for (int t = 0; t < weeks; t++) {
          moved[c][t] = contributions[(r * weeks + t) * channels + c];
        }
      }
      for (int c = 0; c < channels; c++) {
        double[] solved = projector.solveRegion(r, moved[c]);
        for (int d = 0; d < channels; d++) {
          curvature.set(c, d, dot(moved[d], solved, 0) + (c == d ? prior : 0));
        }
        for (int p = 0; p < shared; p++) {
          pull.set(c, first + p, dot(solved, columns.get(p).values(), r * weeks));
        }
        double[] cross = projector.transposedRegion(r, solved);
        for (int k = 0; k < cross.length; k++) {
          pull.set(c, k, cross[k]);
        }
      }
      regionFactor[r] = lowerFactor(curvature);
      regionPull[r] = pull;
      DMatrixRMaj half = pull.copy();
      solveLower(regionFactor[r], half);
      CommonOps_DDRM.multAddTransA(-1, half, half, corner);
    }
  }

  private static double dot(double[] a, double[] b, int offset) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[offset + t];
    }
    return sum;
  }

  private static DMatrixRMaj lowerFactor(DMatrixRMaj matrix) {
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
        DecompositionFactory_DDRM.chol(matrix.numRows, true);
    if (!cholesky.decompose(matrix.copy())) {
      throw new ArithmeticException("The posterior's curvature is not positive definite.");
    }
    return cholesky.getT(null);
  }

  static void solveLower(DMatrixRMaj lower, DMatrixRMaj rightSides) {
    int n = lower.numRows;
    int width = rightSides.numCols;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        double factor = lower.get(i, k);
        for (int c = 0; c < width; c++) {
          rightSides.data[i * width + c] -= factor * rightSides.data[k * width + c];
        }
      }
      double diagonal = lower.get(i, i);
      for (int c = 0; c < width; c++) {
        rightSides.data[i * width + c] /= diagonal;
      }
    }
  }

  static void solveLowerTransposed(DMatrixRMaj lower, double[] x) {
    for (int i = x.length - 1; i >= 0; i--) {
      double sum = x[i];
      for (int k = i + 1; k < x.length; k++) {
        sum -= lower.get(k, i) * x[k];
      }
      x[i] = sum / lower.get(i, i);
    }
  }

  /**
   * Draws parameters, in pairs mirrored at the most probable ones.
   *
   * @param spread factor on the distance from the most probable ones
   * @return [draw][parameter], on the scale of estimation
   */
  public double[][] draw(int count, double spread, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    DMatrixRMaj factor = lowerFactor(corner);
    double[][] draws = new double[count][];
    for (int d = 0; d < count; d += 2) {
      double[] offset = offset(factor, random);
      draws[d] = moved(offset, spread);
      if (d + 1 < count) {
        draws[d + 1] = moved(offset, -spread);
      }
    }
    return draws;
  }

  private double[] offset(DMatrixRMaj factor, SplittableRandom random) {
    double[] corner = new double[factor.numRows];
    for (int i = 0; i < corner.length; i++) {
      corner[i] = random.nextGaussian();
    }
    solveLowerTransposed(factor, corner);
    double[] offset = new double[theta.length];
    for (int p = 0; p < columns.size(); p++) {
      offset[columns.get(p).index()] = corner[first + p];
    }
    deviations.ifPresent(
        block -> {
          for (int r = 0; r < regions; r++) {
            double[] region = regionOffset(r, corner, random);
            for (int c = 0; c < channels; c++) {
              offset[block.index(r, c)] = region[c];
            }
          }
        });
    return offset;
  }

  /**
   * Gives coordinates in which the posterior is nearly round.
   *
   * @param residual [region][week]: the outcome less media at the most probable parameters
   */
  public Whitening whitening(double[][] residual) {
    double[] shared = projector.transposed(projector.apply(residual));
    double[] mode = Arrays.copyOf(theta, theta.length + first);
    System.arraycopy(shared, 0, mode, theta.length, first);
    int[] index = new int[corner.numRows];
    for (int i = 0; i < index.length; i++) {
      index[i] = i < first ? theta.length + i : columns.get(i - first).index();
    }
    int[][] regional = new int[deviations.isPresent() ? regions : 0][channels];
    deviations.ifPresent(
        block -> {
          for (int r = 0; r < regional.length; r++) {
            for (int c = 0; c < channels; c++) {
              regional[r][c] = block.index(r, c);
            }
          }
        });
    return new Whitening(mode, index, lowerFactor(corner), regional, regionFactor, regionPull);
  }

  /** Draws a region's deviations given the corner. */
  private double[] regionOffset(int r, double[] corner, SplittableRandom random) {
    DMatrixRMaj pulled = new DMatrixRMaj(channels, 1);
    CommonOps_DDRM.mult(-1, regionPull[r], DMatrixRMaj.wrap(corner.length, 1, corner), pulled);
    solveLower(regionFactor[r], pulled);
    double[] x = pulled.data;
    for (int c = 0; c < channels; c++) {
      x[c] += random.nextGaussian();
    }
    solveLowerTransposed(regionFactor[r], x);
    return x;
  }

  private double[] moved(double[] offset, double factor) {
    double[] draw = theta.clone();
    for (int i = 0; i < draw.length; i++) {
      draw[i] += factor * offset[i];
    }
    return draw;
  }
}
