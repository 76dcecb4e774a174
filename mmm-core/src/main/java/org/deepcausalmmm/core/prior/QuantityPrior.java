package org.deepcausalmmm.core.prior;

import ai.djl.ndarray.NDArray;
import java.util.function.Function;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.Quantities;

/** A prior density of one quantity. */
record QuantityPrior(Function<Quantities, NDArray> quantity, Density density) implements Prior {
  @Override
  public NDArray logDensity(Quantities quantities) {
    return density.logDensity(quantity.apply(quantities));
  }
}
