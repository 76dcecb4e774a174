package org.deepcausalmmm.core.posterior;

import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * A sampler of the posterior by Hamiltonian Monte Carlo (Duane et al. 1987; Neal 2011) in the
 * coordinates in which Laplace's approximation is standard normal.
 *
 * <p>In these coordinates a short trajectory reaches an almost independent point. Unlike Laplace's
 * approximation, the draws follow a posterior that is not normal.
 */
public final class HamiltonianSampler {
  /** The negative log density up to a constant, and its gradient. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Energy(double value, double[] gradient) {}

  /**
   * Posterior draws.
   *
   * @param draws [draw][parameter]
   * @param acceptance mean probability of acceptance of the proposals
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Sample(double[][] draws, double acceptance) {}

  /** Receives the progress of the sampling. */
  @FunctionalInterface
  public interface Listener {
    /** Receives the number of proposals done and in all, and the present energy. */
    void proposed(int done, int of, double energy);
  }

  private static final int MOST_STEPS = 12;
  private static final double MOST_EXCESS = 2;
  private static final double FIRST_STEP = 0.25;
  private static final double TARGET_ACCEPTANCE = 0.8;

  /**
   * A quarter of the period of a standard normal coordinate, times 1.5: curved directions are
   * slower than their approximation, and overshooting in a normal one does no harm.
   */
  private static final double LENGTH = 1.5 * Math.PI / 2;

  private final Whitening whitening;
  private final Function<double[], Energy> energy;
  private final SplittableRandom random;

  /**
   * Creates a sampler.
   *
   * @param energy negative log density of the parameters that {@code whitening} maps to
   * @param seed seed of all random numbers
   */
  public HamiltonianSampler(Whitening whitening, Function<double[], Energy> energy, long seed) {
    this.whitening = whitening;
    this.energy = energy;
    random = new SplittableRandom(seed);
  }

  /** A point; {@code z} and the gradient are in whitened coordinates. */
  private record Point(double[] z, double[] parameters, double energy, double[] gradient) {}

  /** A point and its momentum. */
  private record Motion(Point at, double[] momentum) {
    double energy() {
      double sum = 0;
      for (double p : momentum) {
        sum += p * p;
      }
      return at.energy() + sum / 2;
    }
  }

  /**
   * Draws parameters.
   *
   * @param warmUp number of proposals before the draws, which only adapt the step
   */
  public Sample draw(int warmUp, int count, Listener listener) {
    double logStep = Math.log(FIRST_STEP);
    double[][] draws = new double[count][];
    double accepted = 0;
    Point at = start();
    for (int i = -warmUp; i < count; i++) {
      listener.proposed(i + warmUp, count + warmUp, at.energy());
      Motion start = new Motion(at, normal());
      Motion end = move(start, Math.exp(logStep));
      double change = end.energy() - start.energy();
      double probability = Double.isFinite(change) ? Math.min(1, Math.exp(-change)) : 0;
      if (random.nextDouble() < probability) {
        at = end.at();
      }
      if (i < 0) {
        logStep += (probability - TARGET_ACCEPTANCE) * gain(i + warmUp + 1, warmUp);
      } else {
        accepted += probability / count;
        draws[i] = at.parameters().clone();
      }
    }
    return new Sample(draws, accepted);
  }

  /** Returns the gain of the step's adaptation, which falls over the proposals. */
  private static double gain(int proposal, int warmUp) {
    return Math.min(1, warmUp / (6.0 * proposal));
  }

  /**
   * Returns a draw of Laplace's approximation, or the mode where the approximation is poor.
   *
   * <p>The mode is no typical point: the first trajectories from there gain too much energy, and
   * the adapted step would be too small.
   */
  private Point start() {
    double[] z = normal();
    Point mode = point(new double[z.length]);
    Point draw = point(z);
    double expected = whitening.squares(z) / 2;
    return draw.energy() - mode.energy() < MOST_EXCESS * expected ? draw : mode;
  }

  /** Follows the motion for a length that varies, by leapfrog steps. */
  private Motion move(Motion start, double step) {
    double length = (0.6 + 0.8 * random.nextDouble()) * LENGTH;
    int steps = (int) Math.max(1, Math.min(MOST_STEPS, Math.round(length / step)));
    double[] momentum = start.momentum().clone();
    Point at = start.at();
    for (int s = 0; s < steps && Double.isFinite(at.energy()); s++) {
      double[] z = at.z().clone();
      for (int i = 0; i < z.length; i++) {
        momentum[i] -= 0.5 * step * at.gradient()[i];
        z[i] += step * momentum[i];
      }
      at = point(z);
      for (int i = 0; i < z.length; i++) {
        momentum[i] -= 0.5 * step * at.gradient()[i];
      }
    }
    return new Motion(at, momentum);
  }

  private Point point(double[] z) {
    double[] parameters = whitening.parameters(z);
    Energy there = energy.apply(parameters);
    return new Point(z, parameters, there.value(), whitening.gradient(there.gradient()));
  }

  private double[] normal() {
    double[] values = new double[whitening.mode().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }
}
