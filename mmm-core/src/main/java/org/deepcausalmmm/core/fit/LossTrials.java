package org.deepcausalmmm.core.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deepcausalmmm.core.error.CoreCode;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;

/**
 * The choice of a loss under which the model describes the outcome.
 *
 * <p>A robust loss may declare a part of the outcome that the model cannot explain to be outliers.
 * A fit that is worse than the mean outcome, or misses its sum, is repeated under another loss.
 */
final class LossTrials {
  private static final List<String> OTHERS = List.of("gaussian", "student-t");

  private LossTrials() {}

  /**
   * The result of training under the first loss that serves.
   *
   * @param rejected losses that were tried before
   */
  record Trained(ComponentChoice loss, MediaFit media, List<String> rejected) {
    Trained {
      rejected = List.copyOf(rejected);
    }
  }

  /**
   * Trains under the configured loss and, while that does not describe the outcome, under others.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-FIT-003 if none does
   */
  static Trained train(
      ComponentChoice configured,
      Function<ComponentChoice, MediaFit> train,
      Function<MediaFit, TrainingScore> score) {
    List<String> rejected = new ArrayList<>();
    List<String> figures = new ArrayList<>();
    for (ComponentChoice loss : choices(configured)) {
      MediaFit media = train.apply(loss);
      TrainingScore reached = score.apply(media);
      if (reached.usable()) {
        return new Trained(loss, media, rejected);
      }
      rejected.add(loss.type());
      figures.add("%s: %s".formatted(loss.type(), reached.words()));
    }
    throw CoreCode.NO_LOSS_FITS.error(
        "The model does not describe the outcome under any loss (%s)."
            .formatted(String.join("; ", figures)),
        "Look for a change of unit, definition or level in the outcome. Add a control that is 1 in"
            + " those weeks, or fit the weeks since.");
  }

  private static List<ComponentChoice> choices(ComponentChoice configured) {
    return Stream.concat(
            Stream.of(configured),
            OTHERS.stream()
                .filter(type -> !type.equals(configured.type()))
                .map(ComponentChoice::of))
        .toList();
  }
}
