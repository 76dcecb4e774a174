package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.junit.jupiter.api.Test;

class ComponentCreatorTest {
  private final ComponentCreator creator =
      new ComponentCreator(Components.of(new SampleFactories.PowerFactory()));

  @Test
  void createsWithDeclaredDefaults() {
    Saturation created = creator.saturation(ComponentChoice.of("power"));

    assertThat(created).isEqualTo(new SampleFactories.Power(0.5));
  }

  @Test
  void createsWithTheOptionsOfTheConfiguration() {
    Saturation created = creator.saturation(choice(Map.of("exponent", 0.25)));

    assertThat(created).isEqualTo(new SampleFactories.Power(0.25));
  }

  @Test
  void namesTheNearestAndAllKnownIdsWhenAnIdIsUnknown() {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> creator.saturation(ComponentChoice.of("powr")))
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-PLUGIN-001"))
        .satisfies(e -> assertThat(e.getMessage()).contains("saturation", "'powr'"))
        .satisfies(e -> assertThat(e.advice()).contains("'power'", "Installed are: power."));
  }

  @Test
  void saysThatNothingOfTheKindIsInstalled() {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> creator.loss(ComponentChoice.of("huber")))
        .satisfies(e -> assertThat(e.advice()).isEqualTo("None is installed."));
  }

  @Test
  void refusesAnOptionThatWasNotDeclared() {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> creator.saturation(choice(Map.of("exponnt", 0.25))))
        .withMessage("The saturation component 'power' has no option 'exponnt'.")
        .satisfies(e -> assertThat(e.advice()).isEqualTo("Maybe you meant 'exponent'."));
  }

  @Test
  void saysWhichPluginFailsToCreate() {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> creator.saturation(choice(Map.of("exponent", 1))))
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-PLUGIN-005"))
        .withMessageContaining("test-classes")
        .withMessageContaining("cannot be straight");
  }

  private static ComponentChoice choice(Map<String, Object> options) {
    return new ComponentChoice("power", options, Map.of());
  }
}
