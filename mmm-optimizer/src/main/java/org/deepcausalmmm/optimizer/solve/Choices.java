package org.deepcausalmmm.optimizer.solve;

/**
 * Lists what a cell may do in a dynamic programme.
 *
 * @param units [choice]: its cost in steps of the grid, rising; may be negative
 * @param values [choice]: what it earns
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Choices(int[] units, double[] values) {
  int least() {
    return units[0];
  }

  int most() {
    return units[units.length - 1];
  }
}
