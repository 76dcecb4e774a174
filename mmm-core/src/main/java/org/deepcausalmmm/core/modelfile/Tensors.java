package org.deepcausalmmm.core.modelfile;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoublePredicate;

/** Named arrays, each validated against its expected shape as it is taken. */
final class Tensors {
  private final String name;
  private final Map<String, Tensor> left;

  Tensors(String name, Map<String, Tensor> tensors) {
    this.name = name;
    left = new LinkedHashMap<>(tensors);
  }

  /** Returns whether there is an array of that name; files of earlier releases may lack some. */
  boolean has(String key) {
    return left.containsKey(key);
  }

  /** Returns an array of finite numbers. */
  double[] vector(String key, int length) {
    return take(key, Double::isFinite, length).values();
  }

  /** Returns an array of finite numbers; a length below 0 stands for any. */
  double[][] rows(String key, int rows, int columns) {
    return take(key, Double::isFinite, rows, columns).rows();
  }

  /** Returns an array in which NaN stands for missing values. */
  double[][] rowsWithGaps(String key, int rows, int columns) {
    return take(key, x -> !Double.isInfinite(x), rows, columns).rows();
  }

  private Tensor take(String key, DoublePredicate allowed, int... shape) {
    Tensor tensor = left.remove(key);
    if (tensor == null) {
      throw ModelFileCode.WRONG_ENTRY.error("%s has no array '%s'.".formatted(name, key));
    }
    boolean fits = tensor.shape().length == shape.length;
    for (int i = 0; fits && i < shape.length; i++) {
      fits = shape[i] < 0 || shape[i] == tensor.shape()[i];
    }
    if (!fits) {
      throw ModelFileCode.WRONG_SHAPE.error(
          "Array '%s' of %s has the shape %s, not %s."
              .formatted(key, name, Arrays.toString(tensor.shape()), Arrays.toString(shape)));
    }
    for (double value : tensor.values()) {
      if (!allowed.test(value)) {
        throw ModelFileCode.NOT_A_NUMBER.error(
            "Array '%s' of %s contains %s.".formatted(key, name, value));
      }
    }
    return tensor;
  }

  void refuseRest() {
    if (!left.isEmpty()) {
      throw ModelFileCode.WRONG_ENTRY.error(
          "%s has unknown arrays: %s."
              .formatted(name, String.join(", ", new TreeSet<>(left.keySet()))));
    }
  }
}
