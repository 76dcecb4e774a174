package org.deepcausalmmm.core.posterior;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.model.ParameterLayout;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.numeric.Cube;
import org.deepcausalmmm.core.numeric.Grid;
import org.deepcausalmmm.core.numeric.TriangularFactor;
import org.deepcausalmmm.core.numeric.Vectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Laplace's approximation of the posterior of the media parameters, with the Gauss-Newton Hessian.
 *
 * <p>Regions are coupled only through shared parameters, so the Hessian is an arrow: the baseline's
 * shared coefficients and the shared media parameters in one corner, a small block for the
 * deviations of each region. The corner's Schur complement is factored, then each region's block.
 */
public final class LaplacePosterior {
  private static final double PRIOR_STEP = 1e-3;

  private final ParameterLayout layout;
  private final PrecisionOperator operator;
  private final ParameterPriors priors;
  private final double[] theta;
  private final List<MediaJacobian.Column> columns;
  private final double[] contributions;
  private final Cube cube;
  private final int regions;
  private final int weeks;
  private final int channels;
  private final int first;
  private final Optional<ParameterBlock> deviations;
  private final DMatrixRMaj corner;
  private final TriangularFactor[] regionFactor;
  private final DMatrixRMaj[] regionCoupling;

  /**
   * A measured quantity with a normal error.
   *
   * @param gradient derivatives of the quantity by all parameters
   * @param variance of the error
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Measurement(double[] gradient, double variance) {}

  /**
   * Knowledge of derived quantities.
   *
   * @param priorGradient gradient of the negative log density of their priors
   * @param measurements those that were measured
   */
  public record DerivedTerms(
      UnaryOperator<double[]> priorGradient, List<Measurement> measurements) {
    public DerivedTerms {
      measurements = List.copyOf(measurements);
    }
  }

  /**
   * Factors the Hessian.
   *
   * @param jacobian derivatives of media over the training data, in double precision
   * @param theta the mode, on the scale of estimation
   * @param derived what is known of derived quantities
   */
  public LaplacePosterior(
      MediaJacobian jacobian,
      ParameterLayout layout,
      PrecisionOperator operator,
      ParameterPriors priors,
      double[] theta,
      DerivedTerms derived) {
    this.layout = layout;
    this.operator = operator;
    this.priors = priors;
    this.theta = theta;
    cube = jacobian.cube();
    regions = cube.cells().regions();
    weeks = cube.cells().weeks();
    channels = cube.columns();
    columns = jacobian.columns(layout, theta);
    contributions = jacobian.contributions(theta);
    deviations = layout.find(MediaModel.MEDIA, MediaModel.DEVIATION, 0);
    first = operator.sharedPrecision().numRows;
    int size = first + columns.size();
    corner = new DMatrixRMaj(size, size);
    regionFactor = new TriangularFactor[regions];
    regionCoupling = new DMatrixRMaj[regions];
    fillCorner();
    addPriorPrecision();
    addPriorCurvature(derived.priorGradient());
    derived.measurements().forEach(this::addMeasurement);
    deviations.ifPresent(this::eliminateRegions);
  }

  private void fillCorner() {
    int shared = columns.size();
    Grid grid = new Grid(regions, weeks);
    int cells = grid.size();
    DMatrixRMaj j = new DMatrixRMaj(shared, cells);
    DMatrixRMaj solved = new DMatrixRMaj(shared, cells);
    for (int p = 0; p < shared; p++) {
      double[] values = columns.get(p).values();
      System.arraycopy(values, 0, j.data, p * cells, cells);
      double[][] rows = solveRows(values);
      for (int r = 0; r < regions; r++) {
        System.arraycopy(rows[r], 0, solved.data, p * cells + grid.start(r), weeks);
      }
      double[] cross = operator.sharedTransposed(rows);
      for (int k = 0; k < cross.length; k++) {
        corner.set(first + p, k, cross[k]);
        corner.set(k, first + p, cross[k]);
      }
    }
    DMatrixRMaj square = new DMatrixRMaj(shared, shared);
    CommonOps_DDRM.multTransB(j, solved, square);
    CommonOps_DDRM.insert(square, corner, first, first);
    CommonOps_DDRM.insert(operator.sharedPrecision(), corner, 0, 0);
  }

  /** Returns K⁻¹ of a column, region by region. */
  private double[][] solveRows(double[] values) {
    double[][] rows = new Grid(regions, weeks).rows(values);
    for (int r = 0; r < regions; r++) {
      rows[r] = operator.solveRegion(r, rows[r]);
    }
    return rows;
  }

  private void addPriorPrecision() {
    for (ParameterBlock block : layout.blocks()) {
      if (!block.byRegion()) {
        for (int p = 0; p < columns.size(); p++) {
          int i = columns.get(p).index() - block.offset();
          for (int q = 0; q < columns.size() && i >= 0 && i < block.size(); q++) {
            int k = columns.get(q).index() - block.offset();
            if (k >= 0 && k < block.size()) {
              corner.add(first + p, first + q, priors.precision(block, i, k));
            }
          }
        }
      }
    }
  }

  /** Adds the curvature of the priors of derived quantities, over the readable parameters. */
  private void addPriorCurvature(UnaryOperator<double[]> gradient) {
    int[] readable = readableColumns();
    DMatrixRMaj curvature = new DMatrixRMaj(readable.length, readable.length);
    for (int a = 0; a < readable.length; a++) {
      int at = columns.get(readable[a]).index();
      double[] up = theta.clone();
      double[] down = theta.clone();
      up[at] += PRIOR_STEP;
      down[at] -= PRIOR_STEP;
      double[] high = gradient.apply(up);
      double[] low = gradient.apply(down);
      for (int b = 0; b < readable.length; b++) {
        int other = columns.get(readable[b]).index();
        double slope = (high[other] - low[other]) / (2 * PRIOR_STEP);
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

  /**
   * Adds the curvature of a measurement by the shared parameters. The regions' deviations, which
   * are not known either, add to its error: else it would couple all regions.
   */
  private void addMeasurement(Measurement measurement) {
    double variance = measurement.variance();
    if (deviations.isPresent()) {
      double sd = priors.sd(deviations.get());
      for (int r = 0; r < regions; r++) {
        for (int c = 0; c < channels; c++) {
          double slope = sd * measurement.gradient()[deviations.get().index(r, c)];
          variance += slope * slope;
        }
      }
    }
    for (int p = 0; p < columns.size(); p++) {
      double slope = measurement.gradient()[columns.get(p).index()] / variance;
      for (int q = 0; q < columns.size(); q++) {
        double other = measurement.gradient()[columns.get(q).index()];
        corner.add(first + p, first + q, slope * other);
      }
    }
  }

  private int[] readableColumns() {
    return java.util.stream.IntStream.range(0, columns.size())
        .filter(
            p ->
                layout.blocks().stream()
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
      throw new ArithmeticException("The curvature of the priors is not finite.");
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

  /** Eliminates the deviations from the corner (Schur complement), keeping each region's factor. */
  private void eliminateRegions(ParameterBlock block) {
    int shared = columns.size();
    int size = corner.numRows;
    double prior = 1 / Math.pow(priors.sd(block), 2);
    for (int r = 0; r < regions; r++) {
      DMatrixRMaj curvature = new DMatrixRMaj(channels, channels);
      DMatrixRMaj coupling = new DMatrixRMaj(channels, size);
      double[][] contribution = new double[channels][];
      for (int c = 0; c < channels; c++) {
        contribution[c] = layout.deviates(c) ? cube.series(contributions, r, c) : new double[weeks];
      }
      for (int c = 0; c < channels; c++) {
        double[] solved = operator.solveRegion(r, contribution[c]);
        for (int d = 0; d < channels; d++) {
          curvature.set(c, d, Vectors.dot(contribution[d], solved) + (c == d ? prior : 0));
        }
        for (int p = 0; p < shared; p++) {
          coupling.set(
              c, first + p, Vectors.dot(solved, columns.get(p).values(), cube.cells().start(r)));
        }
        double[] cross = operator.sharedTransposed(r, solved);
        for (int k = 0; k < cross.length; k++) {
          coupling.set(c, k, cross[k]);
        }
      }
      regionFactor[r] = TriangularFactor.of(curvature, "posterior precision of a region");
      regionCoupling[r] = coupling;
      DMatrixRMaj half = coupling.copy();
      regionFactor[r].solve(half);
      CommonOps_DDRM.multAddTransA(-1, half, half, corner);
    }
  }

  private TriangularFactor cornerFactor() {
    return TriangularFactor.of(corner, "posterior precision");
  }

  /**
   * Draws parameters, in pairs mirrored at the mode.
   *
   * @param spread factor on the distance from the mode
   * @return [draw][parameter], on the scale of estimation
   */
  public double[][] draw(int count, double spread, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    TriangularFactor factor = cornerFactor();
    double[][] draws = new double[count][];
    for (int d = 0; d < count; d += 2) {
      double[] offset = offset(factor, random);
      draws[d] = shifted(offset, spread);
      if (d + 1 < count) {
        draws[d + 1] = shifted(offset, -spread);
      }
    }
    return draws;
  }

  private double[] offset(TriangularFactor factor, SplittableRandom random) {
    double[] corner = new double[factor.size()];
    for (int i = 0; i < corner.length; i++) {
      corner[i] = random.nextGaussian();
    }
    factor.solveTransposed(corner);
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
   * Returns coordinates in which the posterior is nearly standard normal.
   *
   * @param residual [region][week]: outcome less media at the mode
   */
  public Whitening whitening(double[][] residual) {
    double[] shared = operator.sharedTransposed(operator.apply(residual));
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
    return new Whitening(mode, index, cornerFactor(), regional, regionFactor, regionCoupling);
  }

  /** Draws a region's deviations given the corner. */
  private double[] regionOffset(int r, double[] corner, SplittableRandom random) {
    DMatrixRMaj deviation = new DMatrixRMaj(channels, 1);
    CommonOps_DDRM.mult(
        -1, regionCoupling[r], DMatrixRMaj.wrap(corner.length, 1, corner), deviation);
    regionFactor[r].solve(deviation);
    double[] x = deviation.data;
    for (int c = 0; c < channels; c++) {
      x[c] += random.nextGaussian();
    }
    regionFactor[r].solveTransposed(x);
    return x;
  }

  private double[] shifted(double[] offset, double factor) {
    double[] draw = theta.clone();
    for (int i = 0; i < draw.length; i++) {
      draw[i] += factor * offset[i];
    }
    return draw;
  }
}
