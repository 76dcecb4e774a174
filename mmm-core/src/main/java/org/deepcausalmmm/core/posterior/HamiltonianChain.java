package org.deepcausalmmm.core.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * A single chain of Hamiltonian Monte Carlo, for one thread at a time.
 *
 * <p>The energy is split into that of a standard normal, along which a trajectory turns exactly,
 * and the rest, which kicks it (Shahbaba, Lan, Johnson and Neal 2014, Split Hamiltonian Monte
 * Carlo, Statistics and Computing 24). In whitened coordinates the rest is small, and steps are
 * longer than those of the leapfrog, whose error grows with the number of parameters.
 */
final class HamiltonianChain {
  private static final int MOST_STEPS = 18;
  private static final double MOST_EXCESS = 2;
  private static final double FIRST_STEP = 0.5;
  private static final double TARGET_ACCEPTANCE = 0.8;

  /** Factors on a dispersed start, tried until its energy is that of a typical point. */
  private static final double[] DISPERSION = {1, 0.7, 0.4, 0.2};

  /**
   * Between a quarter and half the period of a standard normal coordinate: curved directions are
   * slower than their approximation, and overshooting in a normal one does no harm.
   */
  private static final double LENGTH = 2.6;

  private final Whitening whitening;
  private final HamiltonianSampler.Density density;
  private final SplittableRandom random;
  private final List<double[]> draws = new ArrayList<>();
  private final List<double[]> watched = new ArrayList<>();
  private final List<Double> energy = new ArrayList<>();
  private double accepted;
  private double step = FIRST_STEP;
  private Point at;

  HamiltonianChain(
      Whitening whitening, HamiltonianSampler.Density density, SplittableRandom random) {
    this.whitening = whitening;
    this.density = density;
    this.random = random;
    at = start();
  }

  /** A point; {@code z} and the gradient are in whitened coordinates. */
  private record Point(
      double[] z, double[] parameters, double energy, double[] gradient, double[] watched) {}

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
   * Makes proposals that adapt the step and are not kept.
   *
   * @param listener receives the energy before every proposal
   */
  void adapt(int proposals, DoubleConsumer listener) {
    for (int i = 1; i <= proposals; i++) {
      double probability = propose(listener);
      step *= Math.exp((probability - TARGET_ACCEPTANCE) * gain(i, proposals));
    }
  }

  /** Adds draws to those that the chain has. */
  void draw(int count, DoubleConsumer listener) {
    for (int i = 0; i < count; i++) {
      accepted += propose(listener);
      draws.add(at.parameters());
      watched.add(at.watched());
    }
  }

  /** Moves on, or stays; returns the probability with which it would move. */
  private double propose(DoubleConsumer listener) {
    listener.accept(at.energy());
    Motion start = new Motion(at, normal());
    energy.add(start.energy());
    Motion end = move(start);
    double change = end.energy() - start.energy();
    double probability = Double.isFinite(change) ? Math.min(1, Math.exp(-change)) : 0;
    if (random.nextDouble() < probability) {
      at = end.at();
    }
    return probability;
  }

  /** Returns the draws so far: [draw][parameter]. */
  List<double[]> draws() {
    return draws;
  }

  /** Returns the watched quantities of the draws: [draw][quantity]. */
  List<double[]> watched() {
    return watched;
  }

  /** Returns the energy of the Hamiltonian at the start of each draw's trajectory. */
  double[] energy() {
    int from = energy.size() - draws.size();
    return energy.stream().skip(from).mapToDouble(Double::doubleValue).toArray();
  }

  /** Returns the mean probability of acceptance of the draws. */
  double acceptance() {
    return accepted / draws.size();
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
    Point mode = point(new double[z.length], true);
    for (double factor : DISPERSION) {
      double[] nearer = z.clone();
      for (int i = 0; i < z.length; i++) {
        nearer[i] *= factor;
      }
      Point draw = point(nearer, true);
      double expected = Vectors.dot(nearer, nearer) / 2;
      if (draw.energy() - mode.energy() < MOST_EXCESS * expected) {
        return draw;
      }
    }
    return mode;
  }

  /** Follows a trajectory of random length. */
  private Motion move(Motion start) {
    double length = (0.6 + 0.8 * random.nextDouble()) * LENGTH;
    int steps = (int) Math.max(1, Math.min(MOST_STEPS, Math.round(length / step)));
    double cos = Math.cos(step);
    double sin = Math.sin(step);
    double[] momentum = start.momentum().clone();
    Point now = start.at();
    for (int s = 0; s < steps && Double.isFinite(now.energy()); s++) {
      kick(now, momentum);
      double[] before = now.z();
      double[] z = new double[before.length];
      for (int i = 0; i < z.length; i++) {
        z[i] = cos * before[i] + sin * momentum[i];
        momentum[i] = cos * momentum[i] - sin * before[i];
      }
      now = point(z, s == steps - 1);
      kick(now, momentum);
    }
    return new Motion(now, momentum);
  }

  /** Moves the momentum, for half a step, by what the energy has beyond a standard normal. */
  private void kick(Point now, double[] momentum) {
    double[] z = now.z();
    double[] gradient = now.gradient();
    double time = step / 2;
    for (int i = 0; i < z.length; i++) {
      momentum[i] -= time * (gradient[i] - z[i]);
    }
  }

  /** Returns a point, with the watched quantities if it may become a draw. */
  private Point point(double[] z, boolean last) {
    double[] parameters = whitening.parameters(z);
    double[] gradient = new double[parameters.length];
    HamiltonianSampler.Evaluation found = density.evaluate(parameters, gradient);
    double[] watched = last ? found.watched().get() : new double[0];
    return new Point(z, parameters, found.energy(), whitening.gradient(gradient), watched);
  }

  private double[] normal() {
    double[] values = new double[whitening.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }
}
