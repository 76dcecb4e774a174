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
    WORD
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
  }

  private static final OptionField SEED = OptionField.whole("seed", 0, Integer.MAX_VALUE);
  private static final OptionField THREADS = OptionField.whole("threads", 1, 1024);
  private static final OptionField QUICK = OptionField.of("quick", Form.FLAG);

  private static final Map<JobKind, List<OptionField>> FIELDS =
      Map.of(
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
      case FIT, BACKTEST -> List.of("dataset", "config");
      case REFRESH -> List.of("dataset", "run");
      case CHECK_MODEL -> List.of("run");
      case OPTIMIZE -> List.of("run", "constraints");
      case FORECAST -> List.of("run", "plan", "planCsv");
      case COMPARE -> List.of("plans");
      case PREPARE -> List.of("datasets", "config");
      case RECOVER -> List.of();
    };
  }
}
