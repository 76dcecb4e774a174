package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.inject.AbstractModule;
import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import java.util.Map;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.api.SaturationFactory;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.junit.jupiter.api.Test;

class MmmModuleTest {
  @Test
  void bindsWhatIsOnTheClassPath() {
    Injector injector = Guice.createInjector(new MmmModule());

    assertThat(injector.getInstance(Key.get(new TypeLiteral<Map<String, LossFactory>>() {})))
        .containsKeys("huber", "gaussian", "student-t");
    ComponentCreator creator = injector.getInstance(ComponentCreator.class);
    assertThat(creator.temporal(ComponentChoice.of("gru")).maxLag()).isPositive();
  }

  @Test
  void bindsWhatWasGiven() {
    Components components = Components.of(new SampleFactories.PowerFactory());
    Injector injector = Guice.createInjector(new MmmModule(components));

    assertThat(injector.getInstance(Components.class)).isSameAs(components);
    assertThat(injector.getInstance(Key.get(new TypeLiteral<Map<String, SaturationFactory>>() {})))
        .containsOnlyKeys("power");
    assertThat(injector.getInstance(Key.get(new TypeLiteral<Map<String, LossFactory>>() {})))
        .isEmpty();
  }

  @Test
  void needsExplicitBindings() {
    Injector injector = Guice.createInjector(new MmmModule(Components.of()));

    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> injector.getInstance(Unbound.class));
  }

  @Test
  void isNotReboundUnnoticed() {
    MmmModule module = new MmmModule(Components.of());
    AbstractModule rebinding =
        new AbstractModule() {
          @Override
          protected void configure() {
            bind(Components.class).toInstance(Components.of(new SampleFactories.PowerFactory()));
          }
        };

    assertThatExceptionOfType(CreationException.class)
        .isThrownBy(() -> Guice.createInjector(module, rebinding));
  }

  static final class Unbound {
    @jakarta.inject.Inject
    Unbound() {}
  }
}
