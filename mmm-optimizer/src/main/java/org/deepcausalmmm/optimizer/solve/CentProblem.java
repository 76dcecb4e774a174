package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.Money;

/**
 * A problem in whole cents, its limits sorted into nested groups and rows that cross them.
 *
 * @param lower [cell]
 * @param upper [cell]
 * @param threshold [cell]: the least spend if any; 0 if a cell has no such rule
 * @param root the nested groups; its own limits are those of the total
 * @param crossing the conditions that do not nest
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record CentProblem(
    long[] lower, long[] upper, long[] threshold, GroupNode root, List<Row> crossing) {

  static CentProblem of(BudgetProblem problem) {
    int size = problem.size();
    long budget = Money.floorCents(problem.budget());
    long[] lower = new long[size];
    long[] upper = new long[size];
    long[] threshold = new long[size];
    for (int i = 0; i < size; i++) {
      Decision decision = problem.decisions().get(i);
      lower[i] = Money.ceilCents(decision.lower());
      upper[i] = Math.max(lower[i], Math.min(budget, Money.floorCents(decision.upper())));
      long least = Money.ceilCents(decision.minimumIfOn());
      if (least > lower[i]) {
        if (lower[i] > 0) {
          lower[i] = least;
          upper[i] = Math.max(least, upper[i]);
        } else if (least > upper[i]) {
          upper[i] = 0; // the budget cannot pay for switching it on
        } else {
          threshold[i] = least;
        }
      }
    }
    LimitSorter sorter = new LimitSorter(problem, budget);
    return new CentProblem(lower, upper, threshold, sorter.root(), sorter.crossing());
  }

  int size() {
    return lower.length;
  }

  /** Returns the budget in cents. */
  long budget() {
    return root.upper();
  }

  /** Returns whether a spend is allowed in a cell. */
  boolean allows(int cell, long spend) {
    return spend >= lower[cell] && spend <= upper[cell] && (spend == 0 || spend >= threshold[cell]);
  }

  /** Returns the same with the switch of every cell decided. */
  CentProblem switched(boolean[] on) {
    long[] newLower = lower.clone();
    long[] newUpper = upper.clone();
    for (int i = 0; i < size(); i++) {
      if (threshold[i] > 0) {
        newLower[i] = on[i] ? threshold[i] : 0;
        newUpper[i] = on[i] ? upper[i] : 0;
      }
    }
    return new CentProblem(newLower, newUpper, new long[size()], root, crossing);
  }

  /** Returns all nodes, each at the place of its id. */
  List<GroupNode> nodes() {
    GroupNode[] nodes = new GroupNode[root.count()];
    collect(root, nodes);
    return new ArrayList<>(Arrays.asList(nodes));
  }

  private static void collect(GroupNode node, GroupNode[] nodes) {
    nodes[node.id()] = node;
    node.groups().forEach(g -> collect(g, nodes));
  }
}
