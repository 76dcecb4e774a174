package org.deepcausalmmm.data.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Panel.Channel;
import org.deepcausalmmm.data.QuotedText;

/**
 * The check for a channel that holds the sum of two or more others, as a column of totals or of
 * subtotals does: its money would count twice.
 */
final class SubtotalCheck {
  /** Rounding of each part to whole units or cents moves a sum by less. */
  private static final double SAME_SUM = 1e-3;

  /** Subsets of channels that are tried for each sum. */
  private static final int MOST_TRIALS = 20_000;

  private final List<double[]> amounts;
  private int trials;

  private SubtotalCheck(List<double[]> amounts) {
    this.amounts = amounts;
  }

  /** Returns an error for the first sum that is found. */
  static List<Finding> check(Panel panel) {
    List<Channel> paid = panel.channels().stream().filter(c -> c.spend() != null).toList();
    List<double[]> amounts = paid.stream().map(c -> flat(c.planned())).toList();
    for (int c = 0; c < paid.size() && paid.size() > 2; c++) {
      List<Integer> parts = new SubtotalCheck(amounts).partsOf(c);
      if (!parts.isEmpty()) {
        String name = QuotedText.of(paid.get(c).name());
        return List.of(
            DataCode.CHANNEL_IS_TOTAL.fault(
                parts.size() == paid.size() - 1
                    ? "The spend of channel '%s' is the sum of all others.".formatted(name)
                    : "The spend of channel '%s' is the sum of %s."
                        .formatted(
                            name,
                            NameList.quoted(parts.stream().map(p -> paid.get(p).name()).toList())),
                "Remove it from the channels: its money would count twice."));
      }
    }
    return List.of();
  }

  private static double[] flat(double[][] values) {
    return java.util.Arrays.stream(values).flatMapToDouble(java.util.Arrays::stream).toArray();
  }

  /** Returns the channels that add up to one; empty if none do. */
  private List<Integer> partsOf(int total) {
    double[] sum = amounts.get(total);
    double[] slack = new double[sum.length];
    double all = 0;
    for (int i = 0; i < sum.length; i++) {
      slack[i] = SAME_SUM * sum[i];
      all += sum[i];
    }
    double enough = SAME_SUM * all;
    List<Integer> candidates =
        IntStream.range(0, amounts.size())
            .filter(
                c ->
                    c != total
                        && fits(amounts.get(c), sum, slack)
                        && total(amounts.get(c)) > enough)
            .boxed()
            .toList();
    List<Integer> chosen = new ArrayList<>();
    return all > 0 && search(candidates, 0, sum.clone(), slack, chosen) && chosen.size() > 1
        ? chosen
        : List.of();
  }

  private static double total(double[] values) {
    return java.util.Arrays.stream(values).sum();
  }

  private static boolean fits(double[] part, double[] rest, double[] slack) {
    for (int i = 0; i < part.length; i++) {
      if (part[i] > rest[i] + slack[i]) {
        return false;
      }
    }
    return true;
  }

  /** Searches, depth first, for candidates from a place on that leave nothing of a rest. */
  private boolean search(
      List<Integer> candidates, int from, double[] rest, double[] slack, List<Integer> chosen) {
    if (IntStream.range(0, rest.length).allMatch(i -> Math.abs(rest[i]) <= slack[i])) {
      return true;
    }
    for (int k = from; k < candidates.size() && trials++ < MOST_TRIALS; k++) {
      double[] part = amounts.get(candidates.get(k));
      if (fits(part, rest, slack)) {
        chosen.add(candidates.get(k));
        double[] less = rest.clone();
        for (int i = 0; i < less.length; i++) {
          less[i] -= part[i];
        }
        if (search(candidates, k + 1, less, slack, chosen)) {
          return true;
        }
        chosen.remove(chosen.size() - 1);
      }
    }
    return false;
  }
}
