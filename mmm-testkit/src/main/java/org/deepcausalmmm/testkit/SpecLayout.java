package org.deepcausalmmm.testkit;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.LongStream;
import org.apiguardian.api.API;
import org.deepcausalmmm.api.Axis;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.ParameterSpec;

/**
 * The layout of the values of declared parameters in one vector, on the scale on which the core
 * estimates them: parameter after parameter, each in the order [region][channel][inner...].
 *
 * @param specs the declared parameters
 * @param regions how many regions
 * @param channels how many channels
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SpecLayout(List<ParameterSpec> specs, int regions, int channels) {
  public SpecLayout {
    specs = List.copyOf(specs);
  }

  /** Returns how many numbers all parameters have. */
  public int size() {
    return specs.stream().mapToInt(this::size).sum();
  }

  /** Returns how many numbers a parameter has. */
  public int size(ParameterSpec spec) {
    return (int) shape(spec).size();
  }

  /** Returns where the value of a cell and channel lies in a flat input: [cell][channel]. */
  int index(int cell, int channel) {
    return cell * channels + channel;
  }

  /** Returns the shape in which components see a parameter. */
  public Shape shape(ParameterSpec spec) {
    boolean byRegion = spec.axes().contains(Axis.REGION);
    boolean byChannel = spec.axes().contains(Axis.CHANNEL);
    if (byRegion) {
      return new Shape(regions, 1, byChannel ? channels : 1);
    }
    LongStream inner = spec.inner().stream().mapToLong(Integer::longValue);
    LongStream outer = byChannel ? LongStream.of(channels) : LongStream.empty();
    return new Shape(LongStream.concat(outer, inner).toArray());
  }

  /** Returns the centers of the priors. */
  public double[] priorCenters() {
    return spread(0);
  }

  /** Returns values that all lie by so many standard deviations above the centers of the priors. */
  public double[] spread(double deviations) {
    double[] values = new double[size()];
    java.util.Arrays.fill(values, deviations);
    return fromDeviations(values);
  }

  /** Returns values from their distances to the centers of the priors, in standard deviations. */
  public double[] fromDeviations(double[] deviations) {
    double[] values = new double[size()];
    int at = 0;
    for (ParameterSpec spec : specs) {
      Belief prior = spec.prior();
      double center = spec.constraint().free(prior.center());
      double sd = Math.hypot(prior.sd(), prior.commonSd());
      for (int i = 0; i < size(spec); i++, at++) {
        values[at] = center + sd * deviations[at];
      }
    }
    return values;
  }

  /** Returns the layout of a single cell. */
  public SpecLayout single() {
    return new SpecLayout(specs, 1, 1);
  }

  /** Returns the values that hold in one region for one channel, in the layout of a single cell. */
  public double[] valuesAt(double[] values, int region, int channel) {
    double[] picked = new double[single().size()];
    int from = 0;
    int to = 0;
    for (ParameterSpec spec : specs) {
      int inner = single().size(spec);
      int row = spec.axes().contains(Axis.REGION) ? region : 0;
      int column = spec.axes().contains(Axis.CHANNEL) ? channel : 0;
      int width = spec.axes().contains(Axis.CHANNEL) ? channels : 1;
      System.arraycopy(values, from + (row * width + column) * inner, picked, to, inner);
      from += size(spec);
      to += inner;
    }
    return picked;
  }

  /** Returns the same values with the channels in another order. */
  public double[] reordered(double[] values, List<Integer> order) {
    double[] result = values.clone();
    int offset = 0;
    for (ParameterSpec spec : specs) {
      if (spec.axes().contains(Axis.CHANNEL)) {
        int inner = single().size(spec);
        for (int row = 0; row < size(spec) / (inner * channels); row++) {
          int start = offset + row * channels * inner;
          for (int c = 0; c < channels; c++) {
            System.arraycopy(
                values, start + order.get(c) * inner, result, start + c * inner, inner);
          }
        }
      }
      offset += size(spec);
    }
    return result;
  }
}
