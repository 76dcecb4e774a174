package org.deepcausalmmm.core.config;

/**
 * Says how to fit.
 *
 * @param seed decides everything that is random
 * @param draws how many draws of the posterior
 * @param threads how many threads of the engine
 * @param holdout how many of the last weeks nothing may see before they are scored
 * @param quick fewer steps, for a first look
 * @param device where the engine computes: {@code cpu} or {@code gpu0}
 */
public record FitConfig(
    long seed, int draws, int threads, int holdout, boolean quick, String device) {

  /** Gives the defaults. */
  public static FitConfig defaults() {
    return new FitConfig(
        7, 200, Math.min(2, Runtime.getRuntime().availableProcessors()), 0, false, "cpu");
  }

  /** Gives the same with another seed. */
  public FitConfig withSeed(long newSeed) {
    return new FitConfig(newSeed, draws, threads, holdout, quick, device);
  }

  /** Gives the same with another number of weeks held out. */
  public FitConfig withHoldout(int newHoldout) {
    return new FitConfig(seed, draws, threads, newHoldout, quick, device);
  }

  /** Gives the same with another number of threads. */
  public FitConfig withThreads(int newThreads) {
    return new FitConfig(seed, draws, newThreads, holdout, quick, device);
  }

  /** Gives the same, quick or not. */
  public FitConfig withQuick(boolean newQuick) {
    return new FitConfig(seed, draws, threads, holdout, newQuick, device);
  }

  /** Gives the same with another number of draws. */
  public FitConfig withDraws(int newDraws) {
    return new FitConfig(seed, newDraws, threads, holdout, quick, device);
  }
}
