package org.deepcausalmmm.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.Quantities;

/**
 * The quantities that a prior asks for, with a note of which these are.
 *
 * <p>The same request always gets the same place in the vector of values.
 */
final class TestQuantities implements Quantities {
  /** A quantity that a prior asked for. */
  record Request(String name, boolean share) {}

  private static final double USUAL = 0.3;

  private final NDManager manager;
  private final NDArray values;
  private final double dataLoss;
  private final List<Request> requests;

  /** Returns from a vector the quantities that are known to be asked for. */
  TestQuantities(NDManager manager, NDArray values, List<Request> requests, double dataLoss) {
    this.manager = manager;
    this.values = values;
    this.requests = new ArrayList<>(requests);
    this.dataLoss = dataLoss;
  }

  /** Returns what was asked for, in the order in which it was first asked for. */
  List<Request> requests() {
    return requests;
  }

  @Override
  public NDArray mediaShare() {
    return value(new Request("media share", true));
  }

  @Override
  public NDArray contributionShare(String channel) {
    return value(new Request("contribution share of " + channel, true));
  }

  @Override
  public NDArray roi(String channel) {
    return value(new Request("ROI of " + channel, false));
  }

  @Override
  public NDArray marginalRoi(String channel) {
    return value(new Request("marginal ROI of " + channel, false));
  }

  @Override
  public NDArray parameter(String kind, String name, String channel) {
    return value(new Request(kind + " " + name + " of " + channel, false));
  }

  @Override
  public NDArray dataLoss() {
    return manager.create(dataLoss).toType(values.getDataType(), false);
  }

  private NDArray value(Request request) {
    int index = requests.indexOf(request);
    if (index < 0) {
      requests.add(request);
      return manager.create(USUAL).toType(values.getDataType(), false);
    }
    return values.get(index);
  }
}
