package org.deepcausalmmm.cli.command;

import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** The time left, estimated from the pace so far; it begins anew when the count of steps does. */
final class TimeLeft {
  private static final long WARM_UP_MILLIS = 2000;

  private final LongSupplier millis;
  private long begin;
  private int first;
  private int done;
  private int total;

  TimeLeft(LongSupplier millis) {
    this.millis = millis;
  }

  void step(int newDone, int newTotal) {
    if (newTotal != total || newDone < done) {
      begin = millis.getAsLong();
      first = newDone;
    }
    done = newDone;
    total = newTotal;
  }

  /** Returns the seconds left; empty until the pace is known. */
  OptionalLong seconds() {
    long elapsed = millis.getAsLong() - begin;
    if (total == 0 || done <= first || elapsed < WARM_UP_MILLIS) {
      return OptionalLong.empty();
    }
    double perStep = (double) elapsed / (done - first);
    return OptionalLong.of((long) Math.ceil(perStep * Math.max(0, total - done) / 1000));
  }
}
