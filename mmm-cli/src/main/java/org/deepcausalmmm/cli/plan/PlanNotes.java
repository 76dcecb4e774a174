package org.deepcausalmmm.cli.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.optimizer.media.MediaPlan;
import org.deepcausalmmm.optimizer.result.OptimizationResult;

/** Says in a few lines what a plan is. */
public final class PlanNotes {
  private static final int MOST_FLAGS = 5;

  private PlanNotes() {}

  /** Gives the lines. */
  public static List<String> of(MediaPlan plan, String outcome) {
    OptimizationResult result = plan.answer().result();
    List<String> lines = new ArrayList<>();
    lines.add(
        format(
            "Planned spend %.2f of %.2f in %d weeks (present plan %.2f).",
            result.optimum().spend(),
            result.problem().budget(),
            plan.weeks().size(),
            result.present().spend()));
    lines.add(
        format(
            "Expected %s beyond the present plan: %s (90%% interval %s to %s).",
            outcome,
            digits(plan.gain().mean()),
            digits(plan.gain().lower()),
            digits(plan.gain().upper())));
    lines.add(
        format(
            "By proof at most %.4f%% below the best plan possible.",
            100 * result.gap().orElseThrow()));
    if (result.unspent() > 0) {
      lines.add(format("Unspent: %.2f. %s", result.unspent(), result.unspentReason().reason()));
    }
    result.beyondObserved().stream().limit(MOST_FLAGS).forEach(lines::add);
    if (result.beyondObserved().size() > MOST_FLAGS) {
      lines.add(
          format(
              "%d more sums go beyond what was ever seen.",
              result.beyondObserved().size() - MOST_FLAGS));
    }
    return lines;
  }

  /** Writes six digits, never with an exponent. */
  private static String digits(double value) {
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
