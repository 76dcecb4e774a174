package org.deepcausalmmm.core.executor;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/**
 * The result of one of many fits: a value, or the reason why there is none.
 *
 * @param value what the fit found; null if it failed
 * @param error why it failed; a {@link CancellationException} if it was stopped; null if it did not
 * @param attempts how often it was tried, 0 if never
 * @param seconds duration of the last attempt in seconds
 */
public record FitResult<R>(
    @Nullable R value, @Nullable RuntimeException error, int attempts, double seconds) {
  /** Returns the result of a fit that succeeded. */
  public static <R> FitResult<R> of(R value, int attempts, double seconds) {
    return new FitResult<>(value, null, attempts, seconds);
  }

  /** Returns the result of a fit that failed. */
  public static <R> FitResult<R> failed(RuntimeException error, int attempts, double seconds) {
    return new FitResult<>(null, error, attempts, seconds);
  }

  /** Returns the result of a fit that was stopped. */
  public static <R> FitResult<R> stopped(int attempts) {
    return failed(new CancellationException("The fit was stopped."), attempts, 0);
  }

  /** Returns whether the fit was stopped before it could succeed or fail. */
  public boolean cancelled() {
    return error instanceof CancellationException;
  }

  /** Returns the code of the error, MMM-SYSTEM-000 if it has none; empty without an error. */
  public String code() {
    return error == null ? "" : error instanceof MmmException e ? e.code() : "MMM-SYSTEM-000";
  }

  /**
   * Returns the value.
   *
   * @throws RuntimeException the error of a fit that failed
   */
  public R get() {
    if (error != null) {
      throw error;
    }
    if (value == null) {
      throw new IllegalStateException("A result has neither a value nor an error.");
    }
    return value;
  }

  /**
   * Returns the values of results.
   *
   * @throws RuntimeException the first error, one of a fit that was not stopped if there is any
   */
  public static <R> List<R> values(List<FitResult<R>> results) {
    for (FitResult<R> result : results) {
      if (result.error() != null && !result.cancelled()) {
        throw result.error();
      }
    }
    return results.stream().map(FitResult::get).toList();
  }
}
