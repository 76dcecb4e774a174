package org.deepcausalmmm.core.demand;

import java.util.ArrayList;
import java.util.List;

/**
 * A test of whether an edge between two channels' exposures may be demand that both follow.
 *
 * <p>An edge acts through the parent's exposure, whatever it came from: once that is known, the
 * parent's spend tells nothing more, and its later exposure tells nothing. Demand raises both
 * exposures at once: then what the parent's spend brought counts less than the rest of its
 * exposure, or its later exposure tells of demand as well, or the two move together most at a lead
 * or lag: edges act most in the same week.
 */
public final class CommonCauseTest {
  private static final double LEAST_SPEND_T = 2.3;
  private static final double LEAST_LATER_T = 2.5;

  /**
   * By how much less the parent's spend counts, as a share of what its exposure does. It is 1 where
   * budgets do not follow demand; the greatest of 20 true edges was 0.15.
   */
  private static final double LEAST_DIFFERENCE = 0.3;

  /** How much later exposure tells, as a share of what exposure does. */
  private static final double LEAST_LATER = 0.15;

  private static final int ACTING = 4;
  private static final int LEAST_REGIONS = 4;

  private CommonCauseTest() {}

  /**
   * Returns whether exposures are as an edge makes them.
   *
   * @param exposure [region][week] of the child
   * @param ownSpend [region][week] of the child
   * @param parent [region][week]: exposure of the parent
   * @param parentSpend [region][week]
   * @param others exposure of the child's other parents, each [region][week]
   */
  public static boolean passed(
      double[][] exposure,
      double[][] ownSpend,
      double[][] parent,
      double[][] parentSpend,
      List<double[][]> others) {
    if (!LeadRegression.possible(exposure.length, exposure[0].length, 3 + others.size())) {
      return true;
    }
    List<double[][]> series = new ArrayList<>();
    series.add(deviation(parent));
    series.add(deviation(parentSpend));
    series.add(deviation(ownSpend));
    others.forEach(other -> series.add(deviation(other)));
    LeadRegression regression = new LeadRegression(deviation(exposure), series, List.of());
    LeadRegression.Sum acting = regression.sum(0, 0, ACTING);
    LeadRegression.Sum spend = regression.sum(1, 0, ACTING);
    LeadRegression.Sum later = regression.sum(0, -LeadRegression.LEADS, -1);
    boolean spendTellsLess =
        spend.t() < -LEAST_SPEND_T && spend.value() < -LEAST_DIFFERENCE * acting.value();
    boolean laterTells = later.t() > LEAST_LATER_T && later.value() > LEAST_LATER * acting.value();
    return !spendTellsLess && !laterTells && !movesAtAnotherLag(exposure, ownSpend, parent);
  }

  /** Returns whether delivery moves with the parent's exposure most at a lead or lag. */
  private static boolean movesAtAnotherLag(
      double[][] exposure, double[][] ownSpend, double[][] parent) {
    double[][] delivery = Indicator.changes(ExposureDeviation.ofDelivery(exposure, ownSpend));
    double[][] driver = Indicator.changes(ExposureDeviation.ofRegion(parent));
    return Indicator.between(delivery, driver).isNoEdge(Indicator.limit(delivery));
  }

  /** Returns relative exposure less the means of region and week: edges are linear in it. */
  private static double[][] deviation(double[][] values) {
    double[][] relative = ExposureDeviation.ofPower(values, 1);
    return values.length >= LEAST_REGIONS ? ExposureDeviation.lessWeeks(relative) : relative;
  }
}
