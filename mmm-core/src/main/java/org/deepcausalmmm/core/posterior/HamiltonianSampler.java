package org.deepcausalmmm.core.posterior;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.diagnostics.EnergyDiagnostics;

/**
 * A sampler of the posterior by several chains of Hamiltonian Monte Carlo (Duane et al. 1987; Neal
 * 2011) in the coordinates in which Laplace's approximation is standard normal.
 *
 * <p>In these coordinates a short trajectory reaches an almost independent point. Unlike Laplace's
 * approximation, the draws follow a posterior that is not normal. Every chain has random numbers of
 * its own, so that the draws do not depend on the number of threads.
 */
public final class HamiltonianSampler {
  /** A negative log density up to a constant. */
  @FunctionalInterface
  public interface Density {
    /**
     * Evaluates the density at parameters.
     *
     * @param gradient to be filled with the derivatives of the energy
     */
    Evaluation evaluate(double[] parameters, double[] gradient);
  }

  /**
   * A density at parameters.
   *
   * @param energy the negative log density; infinite where the parameters are impossible
   * @param watched computes quantities whose convergence is monitored; none if it is empty
   */
  public record Evaluation(double energy, Supplier<double[]> watched) {
    /** Creates an evaluation without monitored quantities. */
    public static Evaluation of(double energy) {
      return new Evaluation(energy, () -> new double[0]);
    }
  }

  /**
   * The extent of the sampling.
   *
   * @param warmUp proposals of each chain that adapt its step and are not kept
   * @param draws draws of each chain, at first
   * @param threads number of chains that run at once, at most
   */
  public record Extent(int chains, int warmUp, int draws, int threads) {}

  /**
   * When further draws are taken.
   *
   * @param draws further draws of each chain at a time
   * @param most draws of each chain in all
   * @param enough whether there are enough
   */
  public record Continuation(int draws, int most, Predicate<Sample> enough) {
    static final Continuation NONE = new Continuation(0, 0, sample -> true);
  }

  /**
   * Posterior draws.
   *
   * @param draws [chain * draws + draw][parameter]
   * @param chains number of chains
   * @param acceptance mean probability of acceptance of the proposals
   * @param energyFraction the least energy fraction of a chain (E-BFMI)
   * @param watched [quantity][chain][draw]: the quantities that the density monitors
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Sample(
      double[][] draws,
      int chains,
      double acceptance,
      double energyFraction,
      double[][][] watched) {}

  /** The receiver of the progress of the sampling; called by one thread at a time. */
  @FunctionalInterface
  public interface Listener {
    /** Receives the number of proposals done and in all, and the present energy. */
    void proposed(int done, int of, double energy);
  }

  private final Whitening whitening;
  private final Density density;
  private final long seed;

  /**
   * Creates a sampler.
   *
   * @param density the negative log density of the parameters that {@code whitening} maps to; every
   *     chain's thread calls it
   * @param seed seed of all random numbers
   */
  public HamiltonianSampler(Whitening whitening, Density density, long seed) {
    this.whitening = whitening;
    this.density = density;
    this.seed = seed;
  }

  /** Samples the posterior from dispersed starts. */
  public Sample draw(Extent extent, Listener listener) {
    return draw(extent, Continuation.NONE, listener);
  }

  /** Samples the posterior from dispersed starts, with further draws until there are enough. */
  public Sample draw(Extent extent, Continuation continuation, Listener listener) {
    AtomicInteger done = new AtomicInteger();
    int most = Math.max(extent.draws(), continuation.most());
    int of = extent.chains() * (extent.warmUp() + most);
    DoubleConsumer told =
        energy -> {
          synchronized (listener) {
            listener.proposed(done.getAndIncrement(), of, energy);
          }
        };
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.max(1, Math.min(extent.threads(), extent.chains())));
    try {
      List<HamiltonianChain> chains = started(extent, threads, told);
      Sample sample = joined(chains);
      int draws = extent.draws();
      while (draws < most && !continuation.enough().test(sample)) {
        int further = Math.min(continuation.draws(), most - draws);
        each(chains, threads, chain -> chain.draw(further, told));
        draws += further;
        sample = joined(chains);
      }
      return sample;
    } finally {
      threads.shutdownNow();
    }
  }

  private List<HamiltonianChain> started(
      Extent extent, ExecutorService threads, DoubleConsumer told) {
    SplittableRandom seeds = new SplittableRandom(seed);
    List<SplittableRandom> random = new ArrayList<>();
    for (int c = 0; c < extent.chains(); c++) {
      random.add(seeds.split());
    }
    HamiltonianChain[] chains = new HamiltonianChain[extent.chains()];
    List<Integer> places = IntStream.range(0, chains.length).boxed().toList();
    each(
        places,
        threads,
        c -> {
          chains[c] = new HamiltonianChain(whitening, density, random.get(c));
          chains[c].adapt(extent.warmUp(), told);
          chains[c].draw(extent.draws(), told);
        });
    return List.of(chains);
  }

  private static <T> void each(List<T> items, ExecutorService threads, Consumer<T> work) {
    List<Future<?>> running = new ArrayList<>();
    for (T item : items) {
      running.add(threads.submit(() -> work.accept(item)));
    }
    running.forEach(HamiltonianSampler::await);
  }

  private static Sample joined(List<HamiltonianChain> chains) {
    return new Sample(
        chains.stream().flatMap(c -> c.draws().stream()).toArray(double[][]::new),
        chains.size(),
        chains.stream().mapToDouble(HamiltonianChain::acceptance).average().orElse(0),
        chains.stream().mapToDouble(c -> EnergyDiagnostics.bfmi(c.energy())).min().orElse(0),
        watched(chains));
  }

  private static double[][][] watched(List<HamiltonianChain> chains) {
    int draws = chains.get(0).draws().size();
    int quantities = draws == 0 ? 0 : chains.get(0).watched().get(0).length;
    double[][][] watched = new double[quantities][chains.size()][draws];
    for (int c = 0; c < chains.size(); c++) {
      for (int d = 0; d < draws; d++) {
        double[] values = chains.get(c).watched().get(d);
        for (int q = 0; q < quantities; q++) {
          watched[q][c][d] = values[q];
        }
      }
    }
    return watched;
  }

  private static void await(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The sampling was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
