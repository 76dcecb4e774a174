package org.deepcausalmmm.optimizer.solve;

/**
 * A linear condition on a plan that does not fit into the nested groups.
 *
 * @param cells [term]
 * @param weights [term]
 * @param lower the least weighted sum, in cents
 * @param upper the greatest weighted sum, in cents
 * @param rounding by how many cents whole cents may break it; 0 if it must hold exactly
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Row(int[] cells, double[] weights, double lower, double upper, double rounding) {

  /** Returns the weighted sum of a plan. */
  double sum(double[] plan) {
    double sum = 0;
    for (int k = 0; k < cells.length; k++) {
      sum += weights[k] * plan[cells[k]];
    }
    return sum;
  }

  /** Returns by how many cents a plan breaks the condition; 0 if it does not. */
  double violation(double[] plan) {
    double sum = sum(plan);
    return Math.max(0, Math.max(lower - sum, sum - upper));
  }
}
