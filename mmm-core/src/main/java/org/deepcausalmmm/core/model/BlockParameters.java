package org.deepcausalmmm.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.Parameters;

/** The parameters of one component, cut out of the vector of all parameters. */
final class BlockParameters implements Parameters {
  private final NDArray theta;
  private final List<ParameterBlock> blocks;
  private final int[] columns;
  private final Map<String, NDArray> values = new HashMap<>();

  /**
   * Reads blocks.
   *
   * @param theta the vector of all parameters
   * @param columns the block's channel of each column; empty for all in order
   */
  BlockParameters(NDArray theta, List<ParameterBlock> blocks, int[] columns) {
    this.theta = theta;
    this.blocks = blocks;
    this.columns = columns;
  }

  @Override
  public NDArray get(String name) {
    return values.computeIfAbsent(name, this::read);
  }

  private NDArray read(String name) {
    ParameterBlock block =
        blocks.stream()
            .filter(b -> b.spec().name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("Parameter '" + name + "' was not declared."));
    NDArray free =
        theta
            .get(block.offset() + ":" + (block.offset() + block.size()))
            .reshape(new Shape(block.shape()));
    if (block.byChannel() && columns.length > 0) {
      int axis = block.byRegion() ? 2 : 0;
      free = axis == 0 ? free.get(manager().create(columns)) : gatherLast(free);
    }
    return block.spec().constraint().constrain(free);
  }

  /** Gathers columns of an array [region, 1, channel]. */
  private NDArray gatherLast(NDArray array) {
    return array.transpose(2, 0, 1).get(manager().create(columns)).transpose(1, 2, 0);
  }

  @Override
  public NDManager manager() {
    return theta.getManager();
  }
}
