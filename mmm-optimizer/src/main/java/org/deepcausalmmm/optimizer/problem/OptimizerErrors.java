package org.deepcausalmmm.optimizer.problem;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.NearestName;

/** The errors of budget optimisation, with their words; {@link OptimizerCode} has the codes. */
public final class OptimizerErrors {
  private OptimizerErrors() {}

  /** Returns the error that there is nothing to decide. */
  public static MmmException empty() {
    return OptimizerCode.NOTHING_TO_DECIDE.error(
        "There is no channel whose money can be planned: none has spend that bought exposure.",
        "Name the spend columns in the configuration (data.channels: spend) and fit again.");
  }

  /** Returns the error that the budget is below the sum of the lower bounds. */
  public static MmmException budgetTooSmall(double budget, double needed) {
    return OptimizerCode.BUDGET_TOO_SMALL.error(
        "The budget %s is below the sum of the lower bounds, %s."
            .formatted(money(budget), money(needed)),
        "Raise the budget or lower the bounds by %s in all.".formatted(money(needed - budget)));
  }

  /** Returns whether an error says that a budget cannot pay for what it has to. */
  public static boolean isBudgetTooSmall(MmmException error) {
    return error.code().equals("MMM-USAGE-302") || error.code().equals("MMM-USAGE-303");
  }

  /** Returns the error that the limits cannot all hold. */
  public static MmmException impossible(String why) {
    return OptimizerCode.IMPOSSIBLE.error(
        "No plan meets all bounds and limits: " + why,
        "Widen one of them; the problem without groups shows which budget the bounds allow.");
  }

  /** Returns the error that a value is not an amount of money. */
  public static MmmException notMoney(String what, double value) {
    return OptimizerCode.BAD_AMOUNT.error(
        "%s is %s.".formatted(what, plain(value)),
        "Give an amount of 0 or more, at most 10,000,000,000,000.");
  }

  /** Returns the error that a target or an amount has to be above 0. */
  public static MmmException notPositive(String what, double value) {
    return OptimizerCode.BAD_AMOUNT.error(
        "%s is %s.".formatted(what, plain(value)), "Give a number above 0.");
  }

  /** Returns the error that the goal cannot be reached. */
  public static MmmException unreachable(String goal, String best) {
    return OptimizerCode.UNREACHABLE.error(
        "No allowed plan reaches %s; the best reaches %s.".formatted(goal, best),
        "Lower the goal or raise the upper bounds.");
  }

  /** Returns the error that a name occurs twice. */
  public static MmmException twice(String label) {
    return OptimizerCode.NAMED_TWICE.error(
        "'%s' is named twice.".formatted(label), "Name every cell once.");
  }

  /** Returns the error that a response cannot be used. */
  public static MmmException badResponse(String label, double spend, String what) {
    return OptimizerCode.BAD_RESPONSE.error(
        "The response of '%s' at a spend of %s is %s.".formatted(label, money(spend), what),
        "Give finite values from the lower to the upper bound, or lower the bound.");
  }

  /** Returns the error that two lists do not fit. */
  public static MmmException sizes(String what, int given, int wanted) {
    return OptimizerCode.WRONG_SIZE.error(
        "%s has %d entries for %d decisions.".formatted(what, given, wanted),
        "Give one entry per decision, in their order.");
  }

  /** Returns the error that a window cannot be read. */
  public static MmmException badWindow(String text, String example) {
    return OptimizerCode.BAD_WINDOW.error(
        "The window '%s' is not two weeks of the data's kind with two dots between."
            .formatted(text),
        "Write it as in %s.".formatted(example));
  }

  /** Returns the error that no week begins within a window. */
  public static MmmException emptyWindow(String text, String last) {
    return OptimizerCode.EMPTY_WINDOW.error(
        "No week begins within the window '%s'.".formatted(text),
        "Give the first and the last week, the earlier one first; the last week of the data begins"
            + " on %s.".formatted(last));
  }

  /** Returns the error that a window has too many weeks. */
  public static MmmException longWindow(String text, long weeks, long most) {
    return OptimizerCode.FAR_WINDOW.error(
        "The window '%s' has %d weeks; at most %d can be planned.".formatted(text, weeks, most),
        "Give an earlier last week, or look for a mistyped year.");
  }

  /** Returns the error that nothing was observed before a window. */
  public static MmmException beforeHistory(String text, String first, String last) {
    return OptimizerCode.NO_HISTORY.error(
        "The window '%s' leaves no history: the data run from %s to %s."
            .formatted(text, first, last),
        "Begin after %s; what was spent before the window carries over into it.".formatted(first));
  }

  /** Returns the error that a window lies too far ahead. */
  public static MmmException farWindow(String text, String last) {
    return OptimizerCode.FAR_WINDOW.error(
        "The window '%s' begins more than ten years after the data, which end with %s."
            .formatted(text, last),
        "Look for a mistyped year.");
  }

  /** Returns the error that an option has no such value. */
  public static MmmException unknownChoice(String option, String value, List<String> known) {
    return OptimizerCode.UNKNOWN_CHOICE.error(
        "%s cannot be '%s'.".formatted(option, value), advice(value, known));
  }

  /** Returns the error that a plan names a channel whose money is not in the data. */
  public static MmmException unpaid(String channel) {
    return OptimizerCode.UNPAID_CHANNEL.error(
        "The plan names '%s', of which the data have exposure but no spend.".formatted(channel),
        "Leave the channel out: it then goes on as at present.");
  }

  /** Returns the error that a mode needs a number. */
  public static MmmException missingNumber(String mode, String option) {
    return OptimizerCode.MISSING_NUMBER.error(
        "The mode '%s' needs %s.".formatted(mode, option), "Add %s X.".formatted(option));
  }

  /** Returns the error that a mode has no use for a target. */
  public static MmmException needlessTarget(String mode) {
    return OptimizerCode.NEEDLESS_TARGET.error(
        "The mode '%s' has no target.".formatted(mode),
        "Leave --target out, or add the mode that asks for it, for example --mode target-roi.");
  }

  /** Returns the error that a lower limit is above the upper one. */
  public static MmmException crossedBounds(String of, double lower, double upper) {
    return OptimizerCode.CROSSED_BOUNDS.error(
        "The lower limit of '%s', %s, is above its upper limit, %s."
            .formatted(of, money(lower), money(upper)),
        "Exchange them or widen one.");
  }

  /** Returns the error that a minimum-if-on is above the upper bound. */
  public static MmmException minimumAboveUpper(String label, double minimum, double upper) {
    return OptimizerCode.MINIMUM_ABOVE_UPPER.error(
        "'%s' must spend at least %s if it is on, but at most %s."
            .formatted(label, money(minimum), money(upper)),
        "Raise the upper bound, lower the minimum, or fix it at 0.");
  }

  /** Returns the error that a group is empty. */
  public static MmmException emptyGroup(String name) {
    return OptimizerCode.BAD_GROUP.error(
        "Limit '%s' holds no cell.".formatted(name), "Name its channels.");
  }

  /** Returns the error that a group holds a cell that does not exist. */
  public static MmmException unknownCell(String name, int cell, int size) {
    return OptimizerCode.BAD_GROUP.error(
        "Limit '%s' holds cell %d of %d.".formatted(name, cell, size),
        "Count cells from 0 in the order of the decisions.");
  }

  /** Returns the error that a share is not one. */
  public static MmmException notShare(String name, double share) {
    return OptimizerCode.NOT_A_SHARE.error(
        "The share '%s' is %s.".formatted(name, share), "Give a number from 0 to 1, or 20%.");
  }

  /** Returns the error that a key is unknown. */
  public static MmmException unknownKey(String where, String key, Collection<String> known) {
    return OptimizerCode.UNKNOWN_KEY.error(
        "%s: there is no key '%s'.".formatted(where, key), advice(key, known));
  }

  /** Returns the error that a name is unknown. */
  public static MmmException unknownName(
      String where, String kind, String name, Collection<String> known) {
    return OptimizerCode.UNKNOWN_NAME.error(
        "%s: there is no %s '%s'.".formatted(where, kind, name), advice(name, known));
  }

  /** Returns the error that a window has no such week. */
  public static MmmException unknownWeek(String where, String name, int count) {
    return OptimizerCode.UNKNOWN_NAME.error(
        "%s: there is no week '%s'.".formatted(where, name),
        "The weeks of the window are counted from 0 to %d.".formatted(count - 1));
  }

  /** Returns the error that a value has the wrong form. */
  public static MmmException badValue(String where, String value, String wanted) {
    return OptimizerCode.BAD_VALUE.error(
        "%s: %s is not %s.".formatted(where, value, wanted), "Correct the value.");
  }

  /** Returns the error that two rules on one quantity exclude each other. */
  public static MmmException contradiction(String where, String label, String range, String other) {
    return OptimizerCode.CONTRADICTION.error(
        "%s: '%s' is to be %s, but %s.".formatted(where, label, range, other),
        "Change one of the two rules.");
  }

  /** Returns the words for a range of money: from one amount to another, or exactly one. */
  public static String range(double lower, double upper) {
    if (lower == upper) {
      return "exactly " + money(lower);
    }
    return Double.isInfinite(upper)
        ? "at least " + money(lower)
        : lower > 0 ? money(lower) + " to " + money(upper) : "at most " + money(upper);
  }

  /** Returns the error that a constraints file cannot be read. */
  public static MmmException noConstraints(String file, Throwable cause) {
    return OptimizerCode.NO_CONSTRAINTS.error(
        "The constraints file %s cannot be read.".formatted(file), "Check the path.", cause);
  }

  /** Returns the error that a rule needs a finer split of the money. */
  public static MmmException notSplit(String where, String rule, String by) {
    return OptimizerCode.NOT_SPLIT.error(
        "%s: %s needs a plan by %s, and this plan is not.".formatted(where, rule, by),
        "Plan by %s or remove the rule.".formatted(by));
  }

  private static String advice(String name, Collection<String> known) {
    return NearestName.of(name, known)
        .map("Maybe you meant '%s'."::formatted)
        .orElse("Known are: " + String.join(", ", known) + ".");
  }

  /** Writes a number without exponent and without needless digits. */
  private static String plain(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(String.valueOf(value)).stripTrailingZeros().toPlainString()
        : String.valueOf(value);
  }

  private static String money(double amount) {
    return String.format(Locale.ROOT, "%.2f", amount);
  }
}
