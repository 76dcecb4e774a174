package org.deepcausalmmm.core.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.NumericParameters;

/** The values of one component's parameters as plain numbers, or sums of their derivatives. */
final class NumericBlocks implements NumericParameters {
  private final List<ParameterBlock> blocks;
  private final Map<String, double[]> values = new LinkedHashMap<>();

  private NumericBlocks(List<ParameterBlock> blocks) {
    this.blocks = blocks;
    for (ParameterBlock block : blocks) {
      values.put(block.spec().name(), new double[block.size()]);
    }
  }

  /** Returns zeros for the parameters of a component, to add to. */
  static NumericBlocks zeros(List<ParameterBlock> blocks) {
    return new NumericBlocks(blocks);
  }

  /** Returns the constrained values of a component's parameters in a vector of all. */
  static NumericBlocks of(List<ParameterBlock> blocks, double[] theta) {
    NumericBlocks read = new NumericBlocks(blocks);
    for (ParameterBlock block : blocks) {
      double[] own = read.get(block.spec().name());
      for (int i = 0; i < own.length; i++) {
        own[i] = block.spec().constraint().constrain(theta[block.offset() + i]);
      }
    }
    return read;
  }

  @Override
  public double[] get(String name) {
    double[] found = values.get(name);
    if (found == null) {
      throw new IllegalArgumentException("Parameter '" + name + "' was not declared.");
    }
    return found;
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
