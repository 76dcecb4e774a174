package org.deepcausalmmm.core.fit;

/** Adam: steps along gradients scaled by their recent size (Kingma and Ba 2015, ICLR). */
final class Adam {
  private static final double MOMENTUM = 0.9;
  private static final double SCALE_MEMORY = 0.98;
  private static final double EPSILON = 1e-8;

  private final double[] mean;
  private final double[] square;
  private int steps;

  Adam(int size) {
    mean = new double[size];
    square = new double[size];
  }

  /** Moves the parameters downhill, in place. */
  void step(double[] theta, double[] gradient, double rate) {
    steps++;
    double meanCorrection = 1 - Math.pow(MOMENTUM, steps);
    double squareCorrection = 1 - Math.pow(SCALE_MEMORY, steps);
    for (int i = 0; i < theta.length; i++) {
      mean[i] = MOMENTUM * mean[i] + (1 - MOMENTUM) * gradient[i];
      square[i] = SCALE_MEMORY * square[i] + (1 - SCALE_MEMORY) * gradient[i] * gradient[i];
      theta[i] -=
          rate * mean[i] / meanCorrection / (Math.sqrt(square[i] / squareCorrection) + EPSILON);
    }
  }
}
