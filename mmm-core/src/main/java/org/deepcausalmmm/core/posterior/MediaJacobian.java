package org.deepcausalmmm.core.posterior;

import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.Estimation;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.model.ParameterLayout;
import org.deepcausalmmm.core.numeric.Cube;

/**
 * The derivatives of media by the parameters that regions share, by central differences.
 *
 * <p>A parameter with a value for each channel affects that channel's contribution only, so that
 * all channels are differentiated at once.
 */
public final class MediaJacobian {
  private static final double STEP = 1e-4;
  private static final double SINGLE_STEP = 1e-2;

  /**
   * The derivative by one parameter.
   *
   * @param index of the parameter in the vector of all
   * @param values [region * week]
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Column(int index, double[] values) {}

  private final ComputeEngine engine;
  private final MediaGraph graph;
  private final DataType type;
  private final double step;
  private final Cube cube;

  /**
   * Prepares to differentiate.
   *
   * @param type the precision of the graph's arrays
   * @param cube regions, weeks and channels
   */
  public MediaJacobian(ComputeEngine engine, MediaGraph graph, DataType type, Cube cube) {
    this.engine = engine;
    this.graph = graph;
    this.type = type;
    this.step = type == DataType.FLOAT64 ? STEP : SINGLE_STEP;
    this.cube = cube;
  }

  /** Returns the order of the contributions. */
  Cube cube() {
    return cube;
  }

  /** Returns the contributions [region * week * channel] at parameters. */
  public double[] contributions(double[] theta) {
    return engine.scoped(
        scope ->
            ComputeEngine.doubles(
                graph.state(ComputeEngine.vector(scope, theta, type)).contribution()));
  }

  /**
   * Returns a column for every parameter that does not vary by region and does not start at random.
   *
   * <p>Inner weights of networks start at random; they are held, as in a Bayesian last layer.
   */
  public List<Column> columns(ParameterLayout layout, double[] theta) {
    List<Column> columns = new ArrayList<>();
    for (ParameterBlock block : layout.blocks()) {
      if (!block.byRegion() && block.spec().estimation() == Estimation.SAMPLED) {
        int inner = block.byChannel() ? block.innerSize() : block.size();
        for (int k = 0; k < inner; k++) {
          addColumns(block, k, theta, columns);
        }
      }
    }
    return columns;
  }

  private void addColumns(ParameterBlock block, int inner, double[] theta, List<Column> columns) {
    int members = block.byChannel() ? block.channels().size() : 1;
    double[] up = theta.clone();
    double[] down = theta.clone();
    for (int i = 0; i < members; i++) {
      up[block.index(0, i) + inner] += step;
      down[block.index(0, i) + inner] -= step;
    }
    double[] high = contributions(up);
    double[] low = contributions(down);
    for (int i = 0; i < members; i++) {
      int index = block.index(0, i) + inner;
      double[] values = new double[cube.cells().size()];
      for (int cell = 0; cell < values.length; cell++) {
        if (block.byChannel()) {
          int at = cube.index(cell, block.channels().get(i));
          values[cell] = (high[at] - low[at]) / (2 * step);
        } else {
          for (int c : block.channels()) {
            int at = cube.index(cell, c);
            values[cell] += (high[at] - low[at]) / (2 * step);
          }
        }
      }
      columns.add(new Column(index, values));
    }
  }
}
