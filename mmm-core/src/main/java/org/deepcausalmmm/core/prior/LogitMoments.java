package org.deepcausalmmm.core.prior;

/**
 * The logit-normal density with given moments, which have no closed form: quadrature by the
 * trapezium rule, which converges faster than any power here, and bisection for the spread around
 * Newton's method for the location.
 *
 * @param location mean of the logit
 * @param spread standard deviation of the logit
 */
record LogitMoments(double location, double spread) {
  private static final int HALVINGS = 60;
  private static final double REACH = 8;
  private static final double STEP = 1.0 / 16;

  /** Returns the largest supported standard deviation of a share with this mean. */
  static double widest(double mean) {
    return 0.6 * Math.sqrt(mean * (1 - mean));
  }

  /** Returns the density of a share with this mean and standard deviation. */
  static LogitMoments matching(double mean, double sd) {
    double narrow = 0;
    double wide = 20;
    for (int i = 0; i < HALVINGS; i++) {
      double spread = (narrow + wide) / 2;
      if (moment(locationOf(mean, spread), spread, mean, 2) < sd * sd) {
        narrow = spread;
      } else {
        wide = spread;
      }
    }
    double spread = (narrow + wide) / 2;
    return new LogitMoments(locationOf(mean, spread), spread);
  }

  /** Returns the mean of the share. */
  double mean() {
    return moment(location, spread, 0, 1);
  }

  /** Returns the standard deviation of the share. */
  double sd() {
    return Math.sqrt(moment(location, spread, mean(), 2));
  }

  /** Solves logit(mean of the share) = logit(mean), which is nearly linear in the location. */
  private static double locationOf(double mean, double spread) {
    double location = logit(mean);
    for (int i = 0; i < 50; i++) {
      double present = moment(location, spread, 0, 1);
      double slope = present - moment(location, spread, 0, 2);
      double change = (logit(mean) - logit(present)) * present * (1 - present) / slope;
      location += change;
      if (Math.abs(change) < 1e-12 * (1 + Math.abs(location))) {
        break;
      }
    }
    return location;
  }

  private static double logit(double share) {
    return Math.log(share / (1 - share));
  }

  /** Returns the mean of (share - center)^power. */
  private static double moment(double location, double spread, double center, int power) {
    double sum = 0;
    double weights = 0;
    for (double z = -REACH; z <= REACH; z += STEP) {
      double weight = Math.exp(-z * z / 2);
      double share = 1 / (1 + Math.exp(-(location + spread * z)));
      sum += weight * (power == 1 ? share - center : (share - center) * (share - center));
      weights += weight;
    }
    return sum / weights;
  }
}
