package org.deepcausalmmm.server.api;

import java.util.List;
import java.util.Map;
import org.deepcausalmmm.server.store.JobKind;

/** Which fields the request of each kind of job has, and to which options they lead. */
final class JobForm {
  /** The form of a value. */
  enum Form {
    WHOLE,
    NUMBER,
    FLAG,
    WORD,
    NAME,
    NAMES,
    WHOLES
  }

  /**
   * A field that becomes an option of the command.
   *
   * @param least the least whole number
   * @param most the greatest whole number
   */
  record OptionField(String name, String option, Form form, int least, int most) {
    static OptionField whole(String name, int least, int most) {
      return new OptionField(name, "--" + name, Form.WHOLE, least, most);
    }

    static OptionField of(String name, Form form) {
      return new OptionField(name, "--" + name, form, 0, 0);
    }

    /** Returns a field whose option has another name. */
    OptionField as(String other) {
      return new OptionField(name, other, form, least, most);
    }
  }

  private static final int MOST_WEEKS = 520;
  private static final OptionField SEED = OptionField.whole("seed", 0, Integer.MAX_VALUE);
  private static final OptionField THREADS = OptionField.whole("threads", 1, 1024);
  private static final OptionField QUICK = OptionField.of("quick", Form.FLAG);
  private static final OptionField MISSING_AS_ZERO =
      OptionField.of("missingAsZero", Form.FLAG).as("--missing-as-zero");

  private static final Map<JobKind, List<OptionField>> FIELDS =
      Map.of(
          JobKind.EXPERIMENT_READING,
          List.of(
              OptionField.of("channel", Form.NAME),
              OptionField.of("treated", Form.NAMES),
              OptionField.of("from", Form.WORD),
              OptionField.of("to", Form.WORD),
              OptionField.whole("coolDown", 0, MOST_WEEKS).as("--cool-down"),
              OptionField.whole("before", 1, 10_000),
              OptionField.of("exclude", Form.NAMES),
              OptionField.of("near", Form.NAMES),
              OptionField.of("treatment", Form.WORD).as("--kind"),
              OptionField.whole("placebos", 1, 2_000),
              MISSING_AS_ZERO,
              SEED),
          JobKind.EXPERIMENT_DESIGN,
          List.of(
              OptionField.of("channel", Form.NAME),
              OptionField.of("budget", Form.NUMBER),
              new OptionField("weeks", "--weeks", Form.WHOLES, 1, MOST_WEEKS),
              OptionField.whole("cells", 1, 8),
              OptionField.of("forced", Form.NAMES).as("--force-regions"),
              OptionField.of("exclude", Form.NAMES),
              OptionField.of("roi", Form.NUMBER),
              MISSING_AS_ZERO,
              SEED),
          JobKind.EXPERIMENT_RANKING,
          List.of(
              OptionField.of("budget", Form.NUMBER),
              OptionField.of("testBudget", Form.NUMBER).as("--test-budget"),
              OptionField.of("window", Form.WORD),
              new OptionField("weeks", "--weeks", Form.WHOLES, 1, MOST_WEEKS),
              SEED),
          JobKind.FIT,
          List.of(OptionField.whole("holdout", 0, 10_000), SEED, THREADS, QUICK),
          JobKind.BACKTEST,
          List.of(
              OptionField.whole("origins", 1, 100),
              OptionField.whole("horizon", 1, 520),
              SEED,
              THREADS,
              QUICK),
          JobKind.OPTIMIZE,
          List.of(
              OptionField.of("budget", Form.NUMBER),
              OptionField.of("mode", Form.WORD),
              OptionField.of("target", Form.NUMBER),
              OptionField.of("window", Form.WORD),
              OptionField.of("by", Form.WORD),
              OptionField.of("risk", Form.WORD)),
          JobKind.RECOVER,
          List.of(
              OptionField.of("scenarios", Form.WORD),
              OptionField.of("seeds", Form.WORD),
              SEED,
              THREADS,
              QUICK));

  private JobForm() {}

  /** Returns the fields of a kind that become options. */
  static List<OptionField> fields(JobKind kind) {
    return FIELDS.getOrDefault(kind, List.of());
  }

  /** Returns the other fields of a kind. */
  static List<String> inputs(JobKind kind) {
    return switch (kind) {
      case FIT, BACKTEST -> List.of("dataset", "config", "experiments");
      case REFRESH -> List.of("dataset", "run");
      case CHECK_MODEL -> List.of("run");
      case OPTIMIZE -> List.of("run", "constraints");
      case FORECAST -> List.of("run", "plan", "planCsv");
      case COMPARE -> List.of("plans");
      case PREPARE -> List.of("datasets", "config");
      case RECOVER -> List.of();
      case EXPERIMENT_READING -> List.of("dataset");
      case EXPERIMENT_DESIGN -> List.of("dataset", "run");
      case EXPERIMENT_RANKING -> List.of("run");
    };
  }

  /** Returns the fields without which a job of a kind cannot begin. */
  static List<String> required(JobKind kind) {
    return switch (kind) {
      case RECOVER -> List.of("scenarios");
      case EXPERIMENT_READING -> List.of("channel", "treated", "from", "to");
      case EXPERIMENT_DESIGN -> List.of("channel", "budget");
      case EXPERIMENT_RANKING -> List.of("budget");
      default -> List.of();
    };
  }
}
