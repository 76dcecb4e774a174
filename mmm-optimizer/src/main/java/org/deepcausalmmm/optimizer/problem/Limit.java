package org.deepcausalmmm.optimizer.problem;

import java.util.List;
import java.util.function.IntUnaryOperator;

/** A constraint on several cells together. */
public sealed interface Limit {
  /** Returns the name under which messages and reports speak of it. */
  String name();

  /** Returns the cells concerned, as places in the problem's list of decisions. */
  List<Integer> cells();

  /**
   * Returns the same for a problem whose cells stand elsewhere.
   *
   * @param place gives where the cell of an old place stands
   */
  Limit withCells(IntUnaryOperator place);

  private static List<Integer> renumbered(List<Integer> cells, IntUnaryOperator place) {
    return cells.stream().map(place::applyAsInt).sorted().toList();
  }

  /**
   * The constraint that the sum of a set of cells lies between two amounts of money.
   *
   * @param upper the most; infinite if there is no upper limit
   */
  record Group(String name, List<Integer> cells, double lower, double upper) implements Limit {
    public Group {
      cells = List.copyOf(cells);
      if (Double.isNaN(lower) || Double.isInfinite(lower) || Double.isNaN(upper)) {
        throw OptimizerErrors.notMoney(
            "A limit of group '" + name + "'", Double.isFinite(lower) ? upper : lower);
      }
      if (lower > upper) {
        throw OptimizerErrors.crossedBounds("group " + name, lower, upper);
      }
    }

    @Override
    public Limit withCells(IntUnaryOperator place) {
      return new Group(name, renumbered(cells, place), lower, upper);
    }
  }

  /**
   * The constraint that the sum of a set of cells lies between two shares of the budget.
   *
   * <p>The amounts are widened to whole cents, so that exact shares can always be met.
   *
   * @param lower from 0 to 1
   * @param upper from 0 to 1
   */
  record Share(String name, List<Integer> cells, double lower, double upper) implements Limit {
    public Share {
      cells = List.copyOf(cells);
      if (!(lower >= 0 && upper <= 1)) {
        throw OptimizerErrors.notShare(name, lower >= 0 ? upper : lower);
      }
      if (!(lower <= upper)) {
        throw OptimizerErrors.crossedBounds("share " + name, lower, upper);
      }
    }

    @Override
    public Limit withCells(IntUnaryOperator place) {
      return new Share(name, renumbered(cells, place), lower, upper);
    }
  }

  /**
   * The constraint that the change from one cell to another, as a rule the next week's, is at most
   * {@code absolute + relative x} the spend of the first, both ways.
   *
   * <p>As plans are whole cents, the limit is held to within a cent for each amount compared.
   */
  record Change(String name, int before, int after, double absolute, double relative)
      implements Limit {
    public Change {
      if (!(absolute >= 0 && absolute <= Money.LARGEST)) {
        throw OptimizerErrors.notMoney("The change limit '" + name + "'", absolute);
      }
      if (!(relative >= 0 && relative <= 1e6)) {
        throw OptimizerErrors.notMoney("The change limit '" + name + "'", relative);
      }
    }

    @Override
    public List<Integer> cells() {
      return List.of(before, after);
    }

    @Override
    public Limit withCells(IntUnaryOperator place) {
      return new Change(
          name, place.applyAsInt(before), place.applyAsInt(after), absolute, relative);
    }
  }
}
