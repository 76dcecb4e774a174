package org.deepcausalmmm.core.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.NumericParameters;

/** The values of one component's parameters as plain numbers, or sums of their derivatives. */
final class NumericBlocks implements NumericParameters {
  private final List<ParameterBlock> blocks;
  private final Map<String, double[]> values = new LinkedHashMap<>();

  /** Prepares zeros for the parameters of a component. */
  NumericBlocks(List<ParameterBlock> blocks) {
    this.blocks = blocks;
    for (ParameterBlock block : blocks) {
      values.put(block.spec().name(), new double[block.size()]);
    }
  }

  @Override
  public double[] get(String name) {
    double[] found = values.get(name);
    if (found == null) {
      throw new IllegalArgumentException("Parameter '" + name + "' was not declared.");
    }
    return found;
  }

  /** Takes the constrained values of a vector of all parameters. */
  void read(double[] theta) {
    for (ParameterBlock block : blocks) {
      double[] own = get(block.spec().name());
      for (int i = 0; i < own.length; i++) {
        own[i] = block.spec().constraint().constrain(theta[block.offset() + i]);
      }
    }
  }

  /** Sets all values to 0. */
  void clear() {
    for (double[] own : values.values()) {
      java.util.Arrays.fill(own, 0);
    }
  }

  /** Adds these derivatives by constrained values to those by the vector of all parameters. */
  void addTo(double[] theta, double[] gradient) {
    for (ParameterBlock block : blocks) {
      double[] own = get(block.spec().name());
      for (int i = 0; i < own.length; i++) {
        int at = block.offset() + i;
        gradient[at] += own[i] * block.spec().constraint().slope(theta[at]);
      }
    }
  }
}
