package org.deepcausalmmm.server.store;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list, newest first.
 *
 * @param next where the following page begins; null behind the last
 */
public record Page<T>(List<T> items, @Nullable Long next) {
  /**
   * The page that is asked for.
   *
   * @param before only what is older than this number
   * @param limit how many at most
   */
  public record Request(long before, int limit) {
    /** The first page with everything that a reasonable list holds. */
    public static final Request ALL = new Request(Long.MAX_VALUE, 10_000);

    /** Returns how many rows to read in order to know whether there are more. */
    int rows() {
      return limit + 1;
    }
  }

  public Page {
    items = List.copyOf(items);
  }

  /** Makes a page of rows that were read with one more than was asked for. */
  static <T> Page<T> of(List<T> rows, Request request, ToLongFunction<T> number) {
    if (rows.size() <= request.limit()) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, request.limit());
    return new Page<>(items, number.applyAsLong(items.get(items.size() - 1)));
  }

  /** Returns the same page of other values. */
  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), next);
  }
}
