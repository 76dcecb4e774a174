package org.deepcausalmmm.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BenchmarkTruthTest {
  @Test
  void theParameterRecoveryBenchmarkIsReadWithoutWhatItDoesNotHold() {
    Path file =
        Path.of(System.getProperty("mmm.shared.data"))
            .resolve("param-recovery")
            .resolve("small_business-20250715.truth.json");
    assumeThat(file).as("the shared data are absent").exists();
    Truth truth = TruthReader.read(file);
    assertThat(truth.scenario()).isEqualTo("small_business");
    assertThat(truth.channels()).hasSize(4).contains("x4_Email");
    assertThat(truth.edges()).isNull();
    assertThat(truth.baselineTotal()).isNull();
    for (String name : truth.channels()) {
      Truth.ChannelTruth channel = truth.of(name);
      double roi = Objects.requireNonNull(channel.roi());
      assertThat(channel.contribution() / channel.spend()).isEqualTo(roi);
      assertThat(channel.share()).isBetween(0.01, 0.5);
      assertThat(channel.direct()).isNull();
      assertThat(channel.curve()).isEmpty();
    }
  }
}
