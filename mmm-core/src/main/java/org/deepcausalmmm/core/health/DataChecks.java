package org.deepcausalmmm.core.health;

import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport;

/** Checks of findings in the data that change what a channel is credited with. */
final class DataChecks {
  /** One cell is enough to turn an effect around; no number of them proves a mistake. */
  private static final Limits EXTREME = new Limits(1, Double.POSITIVE_INFINITY);

  private static final Limits MEDIATORS = new Limits(1, Double.POSITIVE_INFINITY);

  private static final Limits ALIKE = new Limits(1, Double.POSITIVE_INFINITY);

  private DataChecks() {}

  static Optional<HealthCheck> extremeSpend(Evidence evidence) {
    return Optional.of(extremeSpend(evidence.fitted().dataReport()));
  }

  static HealthCheck extremeSpend(DataReport report) {
    int channels = found(report, DataCode.MARKETING_OUTLIERS);
    return EXTREME.check(
        "extreme_spend",
        channels,
        channels == 0
            ? "No week of spend or exposure is far from the others."
            : "Channels with weeks of spend or exposure far from their other weeks (finding %s). Correct mistyped cells: a single one can reverse an effect."
                .formatted(DataCode.MARKETING_OUTLIERS.code()));
  }

  static Optional<HealthCheck> mediators(Evidence evidence) {
    return Optional.of(mediators(evidence.fitted().dataReport()));
  }

  static HealthCheck mediators(DataReport report) {
    int controls = found(report, DataCode.MEDIATOR);
    return MEDIATORS.check(
        "mediator_controls",
        controls,
        controls == 0
            ? "No control follows earlier exposure of a channel."
            : "Controls that follow earlier exposure of a channel (finding %s). If media move them, fit without them: they hide part of the effect of media."
                .formatted(DataCode.MEDIATOR.code()));
  }

  static Optional<HealthCheck> namesAlike(Evidence evidence) {
    return Optional.of(namesAlike(evidence.fitted().dataReport()));
  }

  static HealthCheck namesAlike(DataReport report) {
    int groups = found(report, DataCode.NAMES_ALIKE);
    return ALIKE.check(
        "names_alike",
        groups,
        groups == 0
            ? "No two names of columns or regions differ only in case or spaces."
            : "Names of columns or regions that differ only in case or spaces (finding %s). Check that each is intended."
                .formatted(DataCode.NAMES_ALIKE.code()));
  }

  private static int found(DataReport report, DataCode code) {
    return (int) report.findings().stream().filter(f -> f.code().equals(code.code())).count();
  }
}
