package org.deepcausalmmm.core.simulation;

import java.util.List;
import org.deepcausalmmm.core.data.Panel;

/**
 * Is a simulated world: what an analyst would see, and the truth.
 *
 * @param panel the data; absent rows have no outcome
 * @param truth what a counterfactual simulation without noise says
 */
public record World(Panel panel, Truth truth) {

  /**
   * Is what is true of a world.
   *
   * @param outcomeTotal the sum of the outcome without noise
   * @param channels in the order of the data
   * @param edges which channel drives which
   */
  public record Truth(
      long seed, double outcomeTotal, List<TrueChannel> channels, List<TrueEdge> edges) {
    public Truth {
      channels = List.copyOf(channels);
      edges = List.copyOf(edges);
    }
  }

  /**
   * Is what a channel truly did, over the rows that the data have.
   *
   * @param contribution against no spend of its own, children following
   * @param direct the same with the exposures of the others held
   * @param curve incremental outcome at 0.5, 1, 1.5 and 2 times the spend
   * @param effectiveness [week]
   */
  @SuppressWarnings("ArrayRecordComponent") // numeric arrays, never compared
  public record TrueChannel(
      String name,
      double spend,
      double contribution,
      double direct,
      double[] curve,
      double[] effectiveness) {
    /** Gives the true return on the spend. */
    public double roi() {
      return contribution / spend;
    }
  }

  /** The multiples of the spend at which the true curve is known. */
  public static final List<Double> MULTIPLIERS = List.of(0.5, 1.0, 1.5, 2.0);
}
