package org.deepcausalmmm.core.posterior;

import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/** A single chain of Hamiltonian Monte Carlo, for one thread. */
final class HamiltonianChain {
  private static final int MOST_STEPS = 18;
  private static final double MOST_EXCESS = 2;
  private static final double FIRST_STEP = 0.25;
  private static final double TARGET_ACCEPTANCE = 0.8;

  /** Factors on a dispersed start, tried until its energy is that of a typical point. */
  private static final double[] DISPERSION = {1, 0.7, 0.4, 0.2};

  /**
   * Half the period of a standard normal coordinate and a little more: curved directions are slower
   * than their approximation, and overshooting in a normal one does no harm.
   */
  private static final double LENGTH = 3.5;

  private final Whitening whitening;
  private final HamiltonianSampler.Density density;
  private final SplittableRandom random;

  HamiltonianChain(
      Whitening whitening, HamiltonianSampler.Density density, SplittableRandom random) {
    this.whitening = whitening;
    this.density = density;
    this.random = random;
  }

  /**
   * The draws of a chain.
   *
   * @param draws [draw][parameter]
   * @param energy of the Hamiltonian at the start of each draw's trajectory
   * @param acceptance mean probability of acceptance of the proposals
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Result(double[][] draws, double[] energy, double acceptance) {}

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
   * @param warmUp number of proposals before the draws that adapt the step
   * @param listener receives the energy before every proposal
   */
  Result draw(int warmUp, int count, DoubleConsumer listener) {
    double logStep = Math.log(FIRST_STEP);
    double[][] draws = new double[count][];
    double[] energy = new double[count];
    double accepted = 0;
    Point at = start();
    for (int i = -warmUp; i < count; i++) {
      listener.accept(at.energy());
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
        energy[i] = start.energy();
        draws[i] = at.parameters().clone();
      }
    }
    return new Result(draws, energy, accepted);
  }

  /** Returns the adaptation gain of a proposal: small at the end, however few there are. */
  private static double gain(int proposal, int warmUp) {
    return Math.min(1, warmUp / (6.0 * proposal));
  }

  /**
   * Returns a draw of Laplace's approximation, nearer to the mode where its energy is far above the
   * expected.
   *
   * <p>The mode is not in the typical set: the first trajectories from there gain too much energy,
   * and the step would adapt to too small a value.
   */
  private Point start() {
    double[] z = normal();
    Point mode = point(new double[z.length]);
    for (double factor : DISPERSION) {
      double[] nearer = z.clone();
      for (int i = 0; i < z.length; i++) {
        nearer[i] *= factor;
      }
      Point draw = point(nearer);
      double expected = whitening.squares(nearer) / 2;
      if (draw.energy() - mode.energy() < MOST_EXCESS * expected) {
        return draw;
      }
    }
    return mode;
  }

  /** Follows a trajectory of random length by leapfrog steps. */
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
    double[] gradient = new double[parameters.length];
    double energy = density.energy(parameters, gradient);
    return new Point(z, parameters, energy, whitening.gradient(gradient));
  }

  private double[] normal() {
    double[] values = new double[whitening.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }
}
