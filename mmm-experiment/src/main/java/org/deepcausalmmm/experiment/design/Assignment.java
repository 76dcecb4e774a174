package org.deepcausalmmm.experiment.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A choice of treated regions: matched, because regions of like outcome form blocks, and
 * randomised, because chance chooses within them.
 *
 * @param cell [region]: 0 for a control, the number of the cell if treated, -1 if left out
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Assignment(int[] cell) {

  /**
   * Draws an assignment.
   *
   * @param outcome [region]: mean outcome, by which regions are matched; NaN leaves one out
   * @param forced indices of regions of the first cell
   * @param size number of regions of each cell
   */
  static Assignment draw(
      double[] outcome, int[] forced, int size, int cells, SplittableRandom random) {
    int[] cell = new int[outcome.length];
    List<Integer> free = new ArrayList<>();
    for (int r = 0; r < cell.length; r++) {
      cell[r] = Double.isNaN(outcome[r]) ? -1 : 0;
      boolean given = contains(forced, r);
      cell[r] = given ? 1 : cell[r];
      if (cell[r] == 0) {
        free.add(r);
      }
    }
    free.sort(Comparator.comparingDouble(r -> outcome[r]));
    int[] wanted = new int[cells + 1];
    Arrays.fill(wanted, size);
    wanted[1] = Math.max(0, size - forced.length);
    int blocks = Arrays.stream(wanted, 1, cells + 1).max().orElse(0);
    for (int b = 0; b < blocks; b++) {
      List<Integer> block =
          new ArrayList<>(free.subList(b * free.size() / blocks, (b + 1) * free.size() / blocks));
      for (int c = 1; c <= cells && !block.isEmpty(); c++) {
        if (b < wanted[c]) {
          cell[block.remove(random.nextInt(block.size()))] = c;
        }
      }
    }
    return new Assignment(cell);
  }

  private static boolean contains(int[] values, int value) {
    return Arrays.stream(values).anyMatch(v -> v == value);
  }

  /** Returns the indices of the regions of a cell, or of the controls for 0. */
  public int[] regions(int number) {
    return IntStream.range(0, cell.length).filter(r -> cell[r] == number).toArray();
  }
}
