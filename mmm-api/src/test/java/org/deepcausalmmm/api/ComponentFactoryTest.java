package org.deepcausalmmm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComponentFactoryTest {
  private static final Map<String, Object> STORED = Map.of("max_lag", 12);

  /** A factory that keeps the default migration. */
  private record Plain() implements ComponentFactory<Saturation> {
    @Override
    public ComponentInfo info() {
      return new ComponentInfo("plain", "2.1.0", "A component made for a test.");
    }

    @Override
    public Saturation create(Options options) {
      return (exposure, parameters) -> exposure;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.1.0", "2.0", "2", "2.9.1-beta", "2+build7"})
  void takesOverOptionsOfVersionsThatBeginWithTheSameNumber(String version) {
    assertThat(new Plain().migrate(version, STORED)).isEqualTo(STORED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0.0", "3.0.0", "20.1.0", "1.2.1.0"})
  void refusesOtherVersions(String version) {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> new Plain().migrate(version, STORED))
        .withMessageContainingAll("version " + version, "'plain'", "2.1.0")
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-PLUGIN-025"));
  }
}
