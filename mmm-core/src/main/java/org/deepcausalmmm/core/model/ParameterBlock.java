package org.deepcausalmmm.core.model;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.Axis;
import org.deepcausalmmm.api.ParameterSpec;

/**
 * The place of a declared parameter in the vector of all parameters.
 *
 * @param kind the kind of component, for example {@code saturation}
 * @param type the id of the component
 * @param channels the channels of the component, as indices into the data
 * @param regions number of regions
 * @param offset index of the first entry
 */
public record ParameterBlock(
    String kind, String type, ParameterSpec spec, List<Integer> channels, int regions, int offset) {
  public ParameterBlock {
    channels = List.copyOf(channels);
  }

  /** Returns whether there is a value for each channel. */
  public boolean byChannel() {
    return spec.axes().contains(Axis.CHANNEL);
  }

  /** Returns whether there is a value for each region. */
  public boolean byRegion() {
    return spec.axes().contains(Axis.REGION);
  }

  /** Returns the number of entries of each region and channel. */
  public int innerSize() {
    return spec.inner().stream().reduce(1, (a, b) -> a * b);
  }

  /** Returns the number of entries. */
  public int size() {
    return (byRegion() ? regions : 1) * (byChannel() ? channels.size() : 1) * innerSize();
  }

  /** Returns whether tables show the parameter; weights of networks mean nothing to a reader. */
  public boolean readable() {
    return spec.inner().isEmpty();
  }

  /**
   * Returns the index of a value.
   *
   * @param region ignored unless it varies by region
   * @param channel position among the block's channels; ignored unless it varies by channel
   */
  public int index(int region, int channel) {
    int row = byRegion() ? region : 0;
    int width = byChannel() ? channels.size() : 1;
    return offset + (row * width + (byChannel() ? channel : 0)) * innerSize();
  }

  /** Returns the shape that broadcasts against [region, week, channel]. */
  long[] shape() {
    List<Long> shape = new ArrayList<>();
    if (byRegion()) {
      shape.add((long) regions);
      shape.add(1L);
    }
    if (byChannel()) {
      shape.add((long) channels.size());
    } else if (byRegion()) {
      shape.add(1L);
    }
    spec.inner().forEach(n -> shape.add((long) n));
    return shape.stream().mapToLong(Long::longValue).toArray();
  }
}
