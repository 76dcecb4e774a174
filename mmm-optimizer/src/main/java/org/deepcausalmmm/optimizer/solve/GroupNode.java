package org.deepcausalmmm.optimizer.solve;

import java.util.List;

/**
 * A set of cells whose sum is limited; a node's sets are disjoint and lie within it.
 *
 * @param id the place of the node among all nodes, the root's is 0
 * @param groups the sets directly within this one
 * @param cells [cell]: the cells that belong to none of these
 * @param lower the least sum, in cents
 * @param upper the greatest sum, in cents
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record GroupNode(int id, List<GroupNode> groups, int[] cells, long lower, long upper) {
  GroupNode {
    groups = List.copyOf(groups);
  }

  /** Counts this node and all below. */
  int count() {
    return 1 + groups.stream().mapToInt(GroupNode::count).sum();
  }

  /** Returns the sum of a plan over all cells within, in cents. */
  long total(long[] plan) {
    long sum = 0;
    for (int cell : cells) {
      sum += plan[cell];
    }
    for (GroupNode group : groups) {
      sum += group.total(plan);
    }
    return sum;
  }
}
