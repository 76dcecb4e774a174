package org.deepcausalmmm.core.fit;

import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.demand.CaptureEvidence;
import org.deepcausalmmm.core.demand.CommonDemand;
import org.deepcausalmmm.core.demand.DemandCapture;
import org.jspecify.annotations.Nullable;

/** Records of training, as the fitted model keeps them. */
final class TrainingRecords {
  private TrainingRecords() {}

  /**
   * Returns the record of a fit.
   *
   * @param names of the channels
   * @param seconds how long the fit took
   */
  static FittedModel.TrainingRecord of(
      LossTrials.Trained trained,
      FittedModel.SamplingRecord sampling,
      List<String> names,
      double seconds) {
    MediaFit media = trained.media();
    return new FittedModel.TrainingRecord(
        media.losses(),
        media.gradientNorm(),
        seconds,
        media.covariance().weights().lossFit().parameter(),
        sampling,
        media.covariance().elasticity(),
        trained.rejected(),
        captures(media.covariance().capture(), names));
  }

  private static List<FittedModel.Capture> captures(DemandCapture capture, List<String> names) {
    CaptureEvidence.CaptureFindings findings = capture.findings();
    int channels = names.size();
    return IntStream.range(0, channels)
        .mapToObj(
            c ->
                new FittedModel.Capture(
                    Math.max(findings.gain()[c], findings.gain()[c + channels]),
                    findings.found()[c],
                    findings.found()[c + channels],
                    partner(capture.common().partners().get(c), names)))
        .toList();
  }

  private static FittedModel.@Nullable Partner partner(
      CommonDemand.@Nullable Companion partner, List<String> names) {
    return partner == null
        ? null
        : new FittedModel.Partner(names.get(partner.channel()), partner.correlation());
  }
}
