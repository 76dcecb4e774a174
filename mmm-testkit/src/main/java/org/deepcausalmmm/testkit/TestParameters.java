package org.deepcausalmmm.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.deepcausalmmm.api.Axis;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;

/** The values of declared parameters that a component is given, as by the core. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TestParameters implements Parameters {
  private final NDManager manager;
  private final Map<String, NDArray> free = new LinkedHashMap<>();
  private final Map<String, NDArray> values = new HashMap<>();

  private TestParameters(NDManager manager) {
    this.manager = manager;
  }

  /**
   * Hands out values.
   *
   * @param manager owns the arrays
   * @param values as the layout orders them, on the scale of estimation
   */
  public static TestParameters of(
      NDManager manager, SpecLayout layout, double[] values, DataType type) {
    TestParameters parameters = new TestParameters(manager);
    int at = 0;
    for (ParameterSpec spec : layout.specs()) {
      int size = layout.size(spec);
      double[] part = Arrays.copyOfRange(values, at, at + size);
      parameters.put(spec, Evaluation.array(manager, part, layout.shape(spec), type));
      at += size;
    }
    return parameters;
  }

  /** Hands out several sets of values at once, along a leading axis. */
  static TestParameters batch(
      NDManager manager, SpecLayout layout, List<double[]> sets, DataType type) {
    TestParameters parameters = new TestParameters(manager);
    int at = 0;
    for (ParameterSpec spec : layout.specs()) {
      int size = layout.size(spec);
      int from = at;
      double[] part =
          sets.stream().flatMapToDouble(set -> Arrays.stream(set, from, from + size)).toArray();
      Shape shape =
          new Shape(
              sets.size(),
              spec.axes().contains(Axis.REGION) ? layout.regions() : 1,
              1,
              spec.axes().contains(Axis.CHANNEL) ? layout.channels() : 1);
      parameters.put(spec, Evaluation.array(manager, part, shape, type));
      at += size;
    }
    return parameters;
  }

  private void put(ParameterSpec spec, NDArray array) {
    array.setRequiresGradient(true);
    free.put(spec.name(), array);
    values.put(spec.name(), spec.constraint().constrain(array));
  }

  @Override
  public NDArray get(String name) {
    NDArray value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "Parameter '" + name + "' was not declared; declared are " + free.keySet() + ".");
    }
    return value;
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  /** Returns the arrays before their constraints, by name, which collect the gradients. */
  Map<String, NDArray> free() {
    return free;
  }

  /** Returns everything that a component can get hold of. */
  List<NDArray> handedOut() {
    return List.copyOf(values.values());
  }
}
