package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.junit.jupiter.api.Test;

class LossTrialsTest {
  private static final TrainingScore GOOD = new TrainingScore(0.9, 0.01);
  private static final TrainingScore BAD = new TrainingScore(-2.45, 0.76);

  @Test
  void keepsAConfiguredLossThatServes() {
    LossTrials.Trained trained = train(Map.of("huber", GOOD));
    assertThat(trained.loss().type()).isEqualTo("huber");
    assertThat(trained.rejected()).isEmpty();
  }

  @Test
  void triesOtherLossesInTurn() {
    LossTrials.Trained trained =
        train(Map.of("huber", BAD, "gaussian", new TrainingScore(0.5, 0.2), "student-t", GOOD));
    assertThat(trained.loss().type()).isEqualTo("student-t");
    assertThat(trained.rejected()).containsExactly("huber", "gaussian");
  }

  @Test
  void endsWithWhatToDoIfNoneServes() {
    assertThatThrownBy(() -> train(Map.of("huber", BAD, "gaussian", BAD, "student-t", BAD)))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("R2 -2.45, sum off by 76%")
        .satisfies(e -> assertThat(((MmmException) e).code()).isEqualTo("MMM-FIT-003"));
  }

  @Test
  void scoresErrorsOfObservedCellsAlone() {
    double[][] outcome = {{10, 20, Double.NaN, 30}};
    boolean[][] observed = {{true, true, false, true}};
    TrainingScore score = TrainingScore.of(outcome, new double[][] {{1, -1, 99, 3}}, observed);
    assertThat(score.r2()).isEqualTo(1 - 11.0 / 200);
    assertThat(score.levelError()).isEqualTo(0.05);
  }

  /** Trains by looking up the score of a loss; the fit itself is none. */
  private static LossTrials.Trained train(Map<String, TrainingScore> scores) {
    List<String> tried = new ArrayList<>();
    return LossTrials.train(
        ComponentChoice.of("huber"),
        loss -> {
          tried.add(loss.type());
          return empty();
        },
        fit -> scores.get(tried.get(tried.size() - 1)));
  }

  private static MediaFit empty() {
    return new MediaFit(
        new double[0], null, null, (PrecisionOperator) null, null, new double[0][], List.of(), 0);
  }
}
