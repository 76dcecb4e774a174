package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.api.SaturationFactory;
import org.junit.jupiter.api.Test;

/** A plugin decides what becomes of the options of its earlier versions. */
class OptionMigrationTest {
  private final DiscoveredComponent component =
      Components.of(new Renamed()).find(ComponentKind.SATURATION, "renamed").orElseThrow();

  /** Called the option 'size' in version 1, when it was a number of hundreds. */
  private static final class Renamed implements SaturationFactory {
    @Override
    public ComponentInfo info() {
      return new ComponentInfo("renamed", "2.0.0", "A curve made for a test.");
    }

    @Override
    public List<OptionSpec> options() {
      return List.of(
          OptionSpec.number("scale", 100, 1, 1000, "Scale of the curve."),
          OptionSpec.flag("steep", false, "Whether it is steep."));
    }

    @Override
    public Saturation create(Options options) {
      return (exposure, parameters) -> exposure;
    }

    @Override
    public Map<String, Object> migrate(String version, Map<String, Object> options) {
      if (!version.startsWith("1.")) {
        return SaturationFactory.super.migrate(version, options);
      }
      Map<String, Object> migrated = new HashMap<>(options);
      migrated.put("scale", 100 * (Double) migrated.remove("size"));
      return migrated;
    }
  }

  @Test
  void thePluginRenamesWhatAnEarlierVersionCalledOtherwise() {
    assertThat(component.migrate("1.4.0", Map.of("size", 2.5)))
        .isEqualTo(Map.of("scale", 250.0, "steep", false));
  }

  @Test
  void theSameVersionIsNotAsked() {
    assertThat(component.migrate("2.0.0", Map.of("scale", 7)))
        .isEqualTo(Map.of("scale", 7.0, "steep", false));
  }

  @Test
  void thePluginRefusesAVersionThatItDoesNotKnow() {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> component.migrate("3.0.0", Map.of("scale", 7.0)))
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-PLUGIN-025"));
  }

  @Test
  void aPluginThatFailsIsNamed() {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> component.migrate("1.0.0", Map.of()))
        .withMessageContainingAll("'renamed'", "version 1.0.0", "NullPointerException")
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-PLUGIN-026"));
  }

  @Test
  void whatThePluginGivesHasToFitItsOwnOptions() {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> component.migrate("1.0.0", Map.of("size", 50.0)))
        .withMessageContaining("'scale'")
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-CONFIG-014"));
  }
}
