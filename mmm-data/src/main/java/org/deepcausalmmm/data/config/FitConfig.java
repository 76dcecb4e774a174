package org.deepcausalmmm.data.config;

import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.yaml.ConfigCode;

/**
 * The settings of a fit.
 *
 * @param seed decides everything that is random
 * @param draws how many draws of the posterior: exactly below 1,000 and above 10,000, between half
 *     and twice as many otherwise, until they have converged
 * @param threads how many threads of the engine
 * @param holdout how many of the last weeks nothing may see before they are scored
 * @param quick fewer steps, for a first look
 * @param device where the engine computes: {@code cpu} or {@code gpu0}
 */
public record FitConfig(
    long seed, int draws, int threads, int holdout, boolean quick, String device) {

  static final String DEVICES = "cpu|gpu\\d+";
  static final String DEVICE_ADVICE = "Write cpu, or gpu0 for the first graphics card.";
  static final int MOST_DRAWS = 100_000;
  static final int MOST_THREADS = 1024;
  static final int MOST_HOLDOUT = 10_000;

  /**
   * Creates checked settings.
   *
   * @throws MmmException with code MMM-CONFIG-006 if a value is out of bounds
   */
  public FitConfig {
    requireWithin("draws", draws, 1, MOST_DRAWS);
    requireWithin("threads", threads, 1, MOST_THREADS);
    requireWithin("holdout", holdout, 0, MOST_HOLDOUT);
    if (!device.matches(DEVICES)) {
      throw ConfigCode.OUT_OF_BOUNDS.error(
          "The device of the fit is '%s'.".formatted(device), DEVICE_ADVICE);
    }
  }

  private static void requireWithin(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw ConfigCode.OUT_OF_BOUNDS.error(
          "'%s' of the fit is %d.".formatted(name, value),
          "Give a number from %d to %d.".formatted(least, most));
    }
  }

  /** Returns the defaults. */
  public static FitConfig defaults() {
    return new FitConfig(
        7, 1200, Math.min(2, Runtime.getRuntime().availableProcessors()), 0, false, "cpu");
  }

  /** Returns a copy with another seed. */
  public FitConfig withSeed(long newSeed) {
    return new FitConfig(newSeed, draws, threads, holdout, quick, device);
  }

  /** Returns a copy with another number of weeks held out. */
  public FitConfig withHoldout(int newHoldout) {
    return new FitConfig(seed, draws, threads, newHoldout, quick, device);
  }

  /** Returns a copy with another number of threads. */
  public FitConfig withThreads(int newThreads) {
    return new FitConfig(seed, draws, newThreads, holdout, quick, device);
  }

  /** Returns the same, quick or not. */
  public FitConfig withQuick(boolean newQuick) {
    return new FitConfig(seed, draws, threads, holdout, newQuick, device);
  }

  /** Returns a copy with another number of draws. */
  public FitConfig withDraws(int newDraws) {
    return new FitConfig(seed, newDraws, threads, holdout, quick, device);
  }
}
