package org.deepcausalmmm.core.posterior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.deepcausalmmm.core.diagnostics.EnergyDiagnostics;

/**
 * A sampler of the posterior by several chains of Hamiltonian Monte Carlo (Duane et al. 1987; Neal
 * 2011) in the coordinates in which Laplace's approximation is standard normal.
 *
 * <p>In these coordinates a short trajectory reaches an almost independent point. Unlike Laplace's
 * approximation, the draws follow a posterior that is not normal. Every chain has random numbers
 * and a density of its own, so that the draws do not depend on the number of threads.
 */
public final class HamiltonianSampler {
  /** A negative log density up to a constant. */
  @FunctionalInterface
  public interface Density {
    /**
     * Returns the energy of parameters; infinite where they are impossible.
     *
     * @param gradient to be filled
     */
    double energy(double[] parameters, double[] gradient);
  }

  /**
   * The extent of the sampling.
   *
   * @param warmUp proposals of each chain that adapt its step and are not kept
   * @param draws draws of each chain
   * @param threads number of chains that run at once, at most
   */
  public record Extent(int chains, int warmUp, int draws, int threads) {}

  /**
   * Posterior draws.
   *
   * @param draws [chain * draws + draw][parameter]
   * @param chains number of chains
   * @param acceptance mean probability of acceptance of the proposals
   * @param energyFraction the least energy fraction of a chain (E-BFMI)
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Sample(double[][] draws, int chains, double acceptance, double energyFraction) {}

  /** Receives the progress of the sampling; called by one thread at a time. */
  @FunctionalInterface
  public interface Listener {
    /** Receives the number of proposals done and in all, and the present energy. */
    void proposed(int done, int of, double energy);
  }

  private final Whitening whitening;
  private final Supplier<Density> density;
  private final long seed;

  /**
   * Creates a sampler.
   *
   * @param density creates the negative log density of the parameters that {@code whitening} maps
   *     to, for one thread
   * @param seed seed of all random numbers
   */
  public HamiltonianSampler(Whitening whitening, Supplier<Density> density, long seed) {
    this.whitening = whitening;
    this.density = density;
    this.seed = seed;
  }

  /** Samples the posterior from dispersed starts. */
  public Sample draw(Extent extent, Listener listener) {
    SplittableRandom seeds = new SplittableRandom(seed);
    AtomicInteger done = new AtomicInteger();
    int of = extent.chains() * (extent.warmUp() + extent.draws());
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.max(1, Math.min(extent.threads(), extent.chains())));
    try {
      List<Future<HamiltonianChain.Result>> running = new ArrayList<>();
      for (int c = 0; c < extent.chains(); c++) {
        HamiltonianChain chain = new HamiltonianChain(whitening, density.get(), seeds.split());
        running.add(
            threads.submit(
                () ->
                    chain.draw(
                        extent.warmUp(),
                        extent.draws(),
                        energy -> {
                          synchronized (listener) {
                            listener.proposed(done.getAndIncrement(), of, energy);
                          }
                        })));
      }
      return joined(running);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Sample joined(List<Future<HamiltonianChain.Result>> running) {
    List<HamiltonianChain.Result> chains = new ArrayList<>();
    for (Future<HamiltonianChain.Result> chain : running) {
      chains.add(result(chain));
    }
    return new Sample(
        chains.stream().flatMap(c -> Arrays.stream(c.draws())).toArray(double[][]::new),
        chains.size(),
        chains.stream().mapToDouble(HamiltonianChain.Result::acceptance).average().orElse(0),
        chains.stream().mapToDouble(c -> EnergyDiagnostics.bfmi(c.energy())).min().orElse(0));
  }

  private static HamiltonianChain.Result result(Future<HamiltonianChain.Result> chain) {
    try {
      return chain.get();
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
