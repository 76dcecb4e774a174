package org.deepcausalmmm.core.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.data.Panel;

/** Checks of how much the data inform the parameters, against the priors. */
final class InformationChecks {
  private static final Limits PER_PARAMETER = new Limits(10, 3);
  private static final Limits PRIOR_DRIVEN = new Limits(0.3, 1);
  private static final double UNINFORMED_SHARE = 0.7;
  private static final int FEW_REGIONS = 5;

  private InformationChecks() {}

  static Optional<HealthCheck> dataPerParameter(Evidence evidence) {
    int parameters =
        evidence.layout().blocks().stream()
                .filter(b -> b.readable() && !b.byRegion())
                .mapToInt(ParameterBlock::size)
                .sum()
            + evidence.data().design(evidence.fitted().form()).plainColumns();
    return Optional.of(
        PER_PARAMETER.check(
            "data_per_parameter",
            (double) evidence.observations() / parameters,
            "Observed outcomes per shared parameter (%d parameters). Below 10, merge channels,"
                    .formatted(parameters)
                + " remove controls or add weeks and regions."));
  }

  /** Compares the posterior sd of each channel's share with its prior sd. */
  static Optional<HealthCheck> priorAgainstPosterior(Evidence evidence) {
    ParameterBlock block = evidence.shares();
    Belief prior = block.spec().prior();
    List<String> uninformed = new ArrayList<>();
    List<String> names = evidence.panel().channelNames();
    for (int c = 0; c < names.size(); c++) {
      int index = block.index(0, c);
      double center = evidence.fitted().theta()[index];
      double variance = 0;
      for (double[] draw : evidence.fitted().draws()) {
        variance += (draw[index] - center) * (draw[index] - center);
      }
      double sd = Math.sqrt(variance / Math.max(1, evidence.fitted().draws().length));
      if (sd > UNINFORMED_SHARE * prior.sd()) {
        uninformed.add(names.get(c));
      }
    }
    return Optional.of(
        PRIOR_DRIVEN.check(
            "prior_against_posterior",
            (double) uninformed.size() / names.size(),
            uninformed.isEmpty()
                ? "Share of channels that the data hardly inform; here they inform every channel."
                : "Share of channels that the data hardly inform (%s). Their estimates"
                        .formatted(String.join(", ", uninformed))
                    + " mostly reflect the prior: vary their spend or run lift tests."));
  }

  static Optional<HealthCheck> regions(Evidence evidence) {
    int count = evidence.panel().regionCount();
    return Optional.of(
        new HealthCheck(
            "regions",
            count >= FEW_REGIONS ? Verdict.PASS : Verdict.REVIEW,
            count,
            count >= FEW_REGIONS
                ? "Variation between regions helps to separate media from seasonality."
                : count == 1
                    ? "With national data, estimates depend strongly on priors: use the intervals, and add"
                        + " regions or priors from experiments."
                    : "With few regions, estimates depend strongly on priors: use the intervals, and add"
                        + " priors from experiments."));
  }

  static Optional<HealthCheck> structure(Evidence evidence) {
    boolean own = evidence.panel().channels().stream().anyMatch(InformationChecks::hasOwnInput);
    return Optional.of(
        new HealthCheck(
            "structure_identified",
            Verdict.PASS,
            own ? 1 : 0,
            own
                ? "Spend and exposure are both known, so edges between channels can be learned."
                : "Without both spend and exposure, edges between channels are not identified: effects are"
                    + " total effects of the given exposures."));
  }

  private static boolean hasOwnInput(Panel.Channel channel) {
    return channel.spend() != null && !channel.exposureIsSpend();
  }
}
