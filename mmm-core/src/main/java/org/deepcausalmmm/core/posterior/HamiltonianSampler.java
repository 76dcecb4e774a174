package org.deepcausalmmm.core.posterior;

import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Draws from the posterior by Hamiltonian Monte Carlo (Duane et al. 1987; Neal 2011) in the
 * coordinates in which Laplace's approximation is standard normal.
 *
 * <p>In these coordinates a short trajectory reaches an almost independent point. Where the
 * posterior is not normal the draws follow it, which Laplace's approximation alone does not.
 */
public final class HamiltonianSampler {
  /** Is minus the log density up to a constant, and its gradient. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Energy(double value, double[] gradient) {}

  /**
   * Is what was drawn.
   *
   * @param draws [draw][parameter]
   * @param acceptance how many of the proposals were accepted on average
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Sample(double[][] draws, double acceptance) {}

  private static final int WARM_UP = 30;
  private static final double TARGET = 0.8;
  private static final double LONGEST = 8;

  private final Whitening whitening;
  private final Function<double[], Energy> energy;
  private final SplittableRandom random;

  /**
   * Creates a sampler.
   *
   * @param energy of parameters
   */
  public HamiltonianSampler(
      Whitening whitening, Function<double[], Energy> energy, long seed) {
    this.whitening = whitening;
    this.energy = energy;
    random = new SplittableRandom(seed);
  }

  /** Is a point with its energy; the gradient is by coordinates. */
  private record Point(double[] z, double[] theta, double energy, double[] gradient) {}

  /** Draws parameters; the first ones settle the step and are thrown away. */
  public Sample draw(int count) {
    double logStep = Math.log(0.25);

    Point at = point(new double[whitening.mode().length]);
    double[][] draws = new double[count][];
    double accepted = 0;
    for (int i = -WARM_UP; i < count; i++) {
      double[] momentum = normal();
      Point end = trajectory(at, momentum, Math.exp(logStep));
      // momentum now holds its end value
      double probability = probability(at, end);
      if (random.nextDouble() < probability) {
        at = end;
      }
      if (i < 0) {
        logStep += (probability - TARGET) * Math.min(1, 5.0 / (i + WARM_UP + 1));
      } else {
        accepted += probability / count;
        draws[i] = at.theta().clone();
      }
    }
    System.err.println("step " + Math.exp(logStep));
    return new Sample(draws, accepted);
  }

  private double kinetic;
  public static java.util.function.IntFunction<String> names = i -> "" + i;

  private void debug(double far) {
    double[] base = normal();
    for (int i = 0; i < base.length; i++) base[i] *= far;
    System.err.println("--- far " + far + " energy " + (point(base).energy() - point(new double[base.length]).energy()) + " of " + half(base));
    int n = whitening.mode().length;
    double[] v = normal();
    double eps = 1e-2;
    for (int it = 0; it < 40; it++) {
      double norm = Math.sqrt(2 * half(v));
      double[] up = new double[n];
      double[] down = new double[n];
      for (int i = 0; i < n; i++) {
        v[i] /= norm;
        up[i] = base[i] + eps * v[i];
        down[i] = base[i] - eps * v[i];
      }
      double[] gu = point(up).gradient();
      double[] gd = point(down).gradient();
      double dot = 0;
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        next[i] = (gu[i] - gd[i]) / (2 * eps);
        dot += next[i] * v[i];
      }
      if (it % 10 == 9) {
        System.err.println("eigen " + dot);
      }
      if (it == 39) {
        double[] x = whitening.parameters(v);
        double[] x0 = whitening.parameters(new double[n]);
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) order[i] = i;
        java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(i -> -Math.abs(v0(x, x0, i))));
        for (int k = 0; k < 12; k++) System.err.println(names.apply(order[k]) + " " + v0(x, x0, order[k]));
      }
      System.arraycopy(next, 0, v, 0, n);
    }
    Point p0 = point(new double[n]);
    System.err.println("gradient norm at mode " + Math.sqrt(2 * half(p0.gradient())));
  }

  private static double v0(double[] x, double[] y, int i) {
    return x[i] - y[i];
  }

  private double probability(Point from, Point to) {
    double change = to.energy() - from.energy() + kinetic;
    return Double.isFinite(change) ? Math.min(1, Math.exp(-change)) : 0;
  }

  private Point trajectory(Point from, double[] momentum, double step) {
    double before = half(momentum);
    double length = (0.6 + 0.8 * random.nextDouble()) * Math.PI / 2;
    int steps = (int) Math.max(1, Math.min(LONGEST, Math.round(length / step)));
    Point at = from;
    for (int s = 0; s < steps; s++) {
      double[] z = at.z().clone();
      for (int i = 0; i < z.length; i++) {
        momentum[i] -= 0.5 * step * at.gradient()[i];
        z[i] += step * momentum[i];
      }
      at = point(z);
      for (int i = 0; i < z.length; i++) {
        momentum[i] -= 0.5 * step * at.gradient()[i];
      }
      if (!Double.isFinite(at.energy())) {
        break;
      }
    }
    kinetic = half(momentum) - before;
    return at;
  }

  private Point point(double[] z) {
    double[] theta = whitening.parameters(z);
    Energy there = energy.apply(theta);
    return new Point(z, theta, there.value(), whitening.gradient(there.gradient()));
  }

  private double[] normal() {
    double[] values = new double[whitening.mode().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }

  private static double half(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v * v;
    }
    return sum / 2;
  }
}
