package org.deepcausalmmm.optimizer.problem;

/**
 * The conversion between money and whole cents, in which plans are made so that they balance
 * exactly.
 *
 * <p>A cent is a hundredth of the data's unit of money.
 */
public final class Money {
  /** The largest amount for which a cent is still exact in double arithmetic. */
  public static final double LARGEST = 1e13;

  /** Absorbs the error of decimal amounts such as 0.29 x 100 = 28.999999999999996. */
  private static final double REPRESENTATION = 1e-3;

  private Money() {}

  /** Returns the nearest number of cents. */
  public static long cents(double money) {
    return Math.round(money * 100);
  }

  /** Returns the cents that an upper limit allows. */
  public static long floorCents(double money) {
    return (long) Math.floor(money * 100 + REPRESENTATION);
  }

  /** Returns the cents that a lower limit asks for. */
  public static long ceilCents(double money) {
    return (long) Math.ceil(money * 100 - REPRESENTATION);
  }

  /** Returns the money of a number of cents. */
  public static double of(long cents) {
    return cents / 100.0;
  }

  /** Returns the money of every number of cents. */
  public static double[] of(long[] cents) {
    double[] money = new double[cents.length];
    for (int i = 0; i < cents.length; i++) {
      money[i] = of(cents[i]);
    }
    return money;
  }

  /** Returns the nearest cents of every amount. */
  public static long[] cents(double[] money) {
    long[] cents = new long[money.length];
    for (int i = 0; i < money.length; i++) {
      cents[i] = cents(money[i]);
    }
    return cents;
  }

  /** Returns the sum of amounts that are whole cents, without rounding error. */
  public static double sum(double[] money) {
    long total = 0;
    for (double amount : money) {
      total += cents(amount);
    }
    return of(total);
  }
}
