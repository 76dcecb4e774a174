package org.deepcausalmmm.core.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.fit.Progress;
import org.junit.jupiter.api.Test;

class InProcessExecutorTest {
  private static int square(int x, Progress progress) {
    progress.report("squaring", x, 9, Double.NaN);
    if (x == 3) {
      throw new MmmException(ErrorKind.DATA, 3, "The file is empty.", "Give another.");
    }
    if (x == 4) {
      throw new IllegalStateException("a defect");
    }
    return x * x;
  }

  private static FitExecutor<Integer, Integer> executor() {
    return new InProcessExecutor<>(InProcessExecutorTest::square);
  }

  @Test
  void failuresAreValuesAndTheOrderIsThatOfTheRequests() {
    List<FitResult<Integer>> results = executor().run(List.of(5, 3, 4, 2), FitMonitor.SILENT);

    assertThat(results)
        .extracting(FitResult::code)
        .containsExactly("", "MMM-DATA-003", "MMM-SYSTEM-000", "");
    assertThat(results.get(0).get()).isEqualTo(25);
    assertThat(results.get(3).get()).isEqualTo(4);
    assertThatThrownBy(() -> results.get(1).get()).hasMessage("The file is empty.");
    assertThatThrownBy(() -> FitResult.values(results)).hasMessage("The file is empty.");
  }

  @Test
  void theFirstFailureStopsTheRest() {
    List<String> stages = new ArrayList<>();
    FirstFailure monitor =
        new FirstFailure((stage, done, total, loss) -> stages.add(stage), i -> "fit " + i + ": ");

    List<FitResult<Integer>> results = executor().run(List.of(1, 3, 2, 2), monitor);

    assertThat(results).extracting(FitResult::cancelled).containsExactly(false, false, true, true);
    assertThat(results).extracting(FitResult::attempts).containsExactly(1, 1, 0, 0);
    assertThat(stages).containsExactly("fit 0: squaring", "fit 1: squaring");
  }

  @Test
  void aFitEndsAtItsNextStepOnceItIsCancelled() {
    AtomicBoolean cancelled = new AtomicBoolean();
    FitMonitor monitor =
        new FitMonitor() {
          @Override
          public void progress(int index, String stage, int done, int total, double loss) {
            cancelled.set(true);
          }

          @Override
          public boolean cancelled() {
            return cancelled.get();
          }
        };
    FitExecutor<Integer, Integer> executor =
        new InProcessExecutor<>(
            (x, progress) -> {
              for (int i = 0; i < 100; i++) {
                progress.report("step", i, 100, Double.NaN);
              }
              return x;
            });

    List<FitResult<Integer>> results = executor.run(List.of(1, 2), monitor);

    assertThat(results).allMatch(FitResult::cancelled);
    assertThat(results).extracting(FitResult::attempts).containsExactly(1, 0);
  }
}
