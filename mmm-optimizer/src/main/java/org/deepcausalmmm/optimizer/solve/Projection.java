package org.deepcausalmmm.optimizer.solve;

import java.util.Arrays;

/**
 * The nearest plan that keeps bounds, nested groups and crossing rows.
 *
 * <p>On bounds and nested groups it is exact: every group shifts its cells by one number, found by
 * bisection. Rows are taken in turn with these by Dykstra's algorithm (J. P. Boyle and R. L.
 * Dykstra, Advances in Order Restricted Statistical Inference, 1986).
 */
final class Projection {
  private static final int MOST_ROUNDS = 400;

  /** Cents by which a row may be broken when the algorithm stops. */
  private static final double TOLERANCE = 0.2;

  private final CentProblem problem;

  /** Prepares a problem in which every switch is decided. */
  Projection(CentProblem problem) {
    this.problem = problem;
  }

  /**
   * Returns the nearest plan.
   *
   * @param target [cell]: cents, not necessarily whole
   */
  double[] nearest(double[] target) {
    if (problem.crossing().isEmpty()) {
      return ontoTree(target);
    }
    int rows = problem.crossing().size();
    double[][] corrections = new double[rows][];
    for (int r = 0; r < rows; r++) {
      corrections[r] = new double[problem.crossing().get(r).cells().length];
    }
    double[] treeCorrection = new double[target.length];
    double[] point = target.clone();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] shifted = point.clone();
      Arrays.setAll(shifted, i -> shifted[i] + treeCorrection[i]);
      double[] onTree = ontoTree(shifted);
      Arrays.setAll(treeCorrection, i -> shifted[i] - onTree[i]);
      if (worst(onTree) < TOLERANCE) {
        return onTree;
      }
      for (int r = 0; r < rows; r++) {
        ontoRow(problem.crossing().get(r), corrections[r], onTree);
      }
      point = onTree;
    }
    return ontoTree(point);
  }

  private double worst(double[] plan) {
    double worst = 0;
    for (Row row : problem.crossing()) {
      worst = Math.max(worst, row.violation(plan));
    }
    return worst;
  }

  private static void ontoRow(Row row, double[] correction, double[] point) {
    double norm = 0;
    for (int k = 0; k < correction.length; k++) {
      point[row.cells()[k]] += correction[k];
      norm += row.weights()[k] * row.weights()[k];
    }
    double sum = row.sum(point);
    double change = (Math.max(row.lower(), Math.min(row.upper(), sum)) - sum) / norm;
    for (int k = 0; k < correction.length; k++) {
      double step = change * row.weights()[k];
      point[row.cells()[k]] += step;
      correction[k] = -step;
    }
  }

  private double[] ontoTree(double[] target) {
    double[] plan = new double[target.length];
    double widest = 1;
    for (int i = 0; i < target.length; i++) {
      widest = Math.max(widest, Math.abs(target[i]) + problem.upper()[i]);
    }
    assign(problem.root(), target, 0, 2 * widest, plan);
    return plan;
  }

  private double sum(GroupNode node, double[] target, double shift) {
    double sum = 0;
    for (int cell : node.cells()) {
      sum += clip(cell, target[cell] - shift);
    }
    for (GroupNode group : node.groups()) {
      double inner = sum(group, target, shift);
      sum += Math.max((double) group.lower(), Math.min((double) group.upper(), inner));
    }
    return sum;
  }

  private void assign(GroupNode node, double[] target, double outer, double widest, double[] plan) {
    double sum = sum(node, target, outer);
    double shift = outer;
    if (sum > node.upper()) {
      shift = bisect(node, target, outer, outer + widest, (double) node.upper());
    } else if (sum < node.lower()) {
      shift = bisect(node, target, outer - widest, outer, (double) node.lower());
    }
    for (int cell : node.cells()) {
      plan[cell] = clip(cell, target[cell] - shift);
    }
    for (GroupNode group : node.groups()) {
      assign(group, target, shift, 2 * widest, plan);
    }
  }

  private double bisect(GroupNode node, double[] target, double from, double to, double wanted) {
    double low = from;
    double high = to;
    while (high - low > 1e-4) {
      double middle = 0.5 * (low + high);
      if (middle <= low || middle >= high) {
        break; // of amounts so large no number lies between
      }
      if (sum(node, target, middle) > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private double clip(int cell, double amount) {
    return Math.max(
        (double) problem.lower()[cell], Math.min((double) problem.upper()[cell], amount));
  }
}
