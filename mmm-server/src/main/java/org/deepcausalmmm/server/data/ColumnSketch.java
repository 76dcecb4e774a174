package org.deepcausalmmm.server.data;

import java.util.List;

/**
 * What a column of a data set holds, at a glance.
 *
 * @param numeric whether every known cell is a number
 * @param missing how many cells are empty
 * @param least the least number, or the first text in alphabetical order; empty without any
 * @param most the greatest number, or the last text
 * @param points the numbers over time, summed over the rows of a week and thinned out; empty for
 *     texts
 * @param problem why the cells cannot be read; empty if they can
 */
public record ColumnSketch(
    String name,
    boolean numeric,
    int missing,
    String least,
    String most,
    List<Double> points,
    String problem) {
  public ColumnSketch {
    points = List.copyOf(points);
  }
}
