package org.deepcausalmmm.saturation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Map;
import org.deepcausalmmm.api.Parameters;

/** Hands out given arrays. */
record FixedParameters(NDManager manager, Map<String, NDArray> values) implements Parameters {
  @Override
  public NDArray get(String name) {
    NDArray value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Parameter '" + name + "' was not declared.");
    }
    return value;
  }
}
