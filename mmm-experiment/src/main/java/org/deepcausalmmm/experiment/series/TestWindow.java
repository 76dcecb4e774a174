package org.deepcausalmmm.experiment.series;

/**
 * The periods of an experiment, as indices.
 *
 * @param pre the first period that estimates are trained on
 * @param from the first period of the treatment
 * @param to the period after its last
 * @param end the period after the last of the read-out, with the cool-down
 */
public record TestWindow(int pre, int from, int to, int end) {

  /** Returns the number of periods before the treatment. */
  public int before() {
    return from - pre;
  }

  /** Returns the number of periods of the read-out. */
  public int length() {
    return end - from;
  }

  /** Returns the same window some periods earlier, with the same length before it. */
  public TestWindow earlier(int by) {
    return new TestWindow(pre - by, from - by, to - by, end - by);
  }
}
