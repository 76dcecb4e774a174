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
  private static final double STILL_PRIOR = 0.7;
  private static final int FEW_REGIONS = 5;

  private InformationChecks() {}

  static Optional<HealthCheck> dataPerParameter(Evidence evidence) {
    int parameters =
        evidence.layout().blocks().stream()
                .filter(b -> b.readable() && !b.byRegion())
                .mapToInt(ParameterBlock::size)
                .sum()
            + evidence.data().design(evidence.fitted().season()).plainColumns();
    return Optional.of(
        PER_PARAMETER.check(
            "data_per_parameter",
            (double) evidence.observations() / parameters,
            "Outcomes for each of %d parameters that all regions share; below 10, join channels,"
                    .formatted(parameters)
                + " leave out controls or add weeks and regions."));
  }

  /** Compares the posterior sd of each channel's share with its prior sd. */
  static Optional<HealthCheck> priorAgainstPosterior(Evidence evidence) {
    ParameterBlock block = evidence.shares();
    Belief belief = block.spec().prior();
    List<String> believed = new ArrayList<>();
    List<String> names = evidence.panel().channelNames();
    for (int c = 0; c < names.size(); c++) {
      int index = block.index(0, c);
      double center = evidence.fitted().theta()[index];
      double variance = 0;
      for (double[] draw : evidence.fitted().draws()) {
        variance += (draw[index] - center) * (draw[index] - center);
      }
      double sd = Math.sqrt(variance / Math.max(1, evidence.fitted().draws().length));
      if (sd > STILL_PRIOR * belief.sd()) {
        believed.add(names.get(c));
      }
    }
    return Optional.of(
        PRIOR_DRIVEN.check(
            "prior_against_posterior",
            (double) believed.size() / names.size(),
            believed.isEmpty()
                ? "Share of the channels of whose effect the data said little; here they spoke on"
                    + " each of them."
                : "Share of the channels of whose effect the data said little (%s): their figures"
                        .formatted(String.join(", ", believed))
                    + " are mostly what was believed beforehand; vary their spend or test them."));
  }

  static Optional<HealthCheck> regions(Evidence evidence) {
    int count = evidence.panel().regionCount();
    return Optional.of(
        new HealthCheck(
            "regions",
            count >= FEW_REGIONS ? Verdict.PASS : Verdict.REVIEW,
            count,
            count >= FEW_REGIONS
                ? "Differences between regions help to tell media from season."
                : count == 1
                    ? "With national data priors carry much of the weight: read the intervals, and"
                        + " add regions or what experiments have shown."
                    : "With few regions priors carry much of the weight: read the intervals, and"
                        + " add what experiments have shown."));
  }

  static Optional<HealthCheck> structure(Evidence evidence) {
    boolean own = evidence.panel().channels().stream().anyMatch(InformationChecks::hasOwnInput);
    return Optional.of(
        new HealthCheck(
            "structure_identified",
            own ? Verdict.PASS : Verdict.REVIEW,
            own ? 1 : 0,
            own
                ? "Spend and exposure are both known, so that edges between channels can be"
                    + " learned."
                : "Without spend beside exposure no channel can be shown to drive another; effects"
                    + " are total effects of the exposures given."));
  }

  private static boolean hasOwnInput(Panel.Channel channel) {
    return channel.spend() != null && !channel.exposureIsSpend();
  }
}
