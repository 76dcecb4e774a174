package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Effectiveness;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.api.TemporalFactory;
import org.junit.jupiter.api.Test;

class PluginGuardTest {
  private final ClassLoader loader = new ClassLoader() {};
  private final List<ClassLoader> seen = new ArrayList<>();
  private final TemporalFactory target = new Recording();
  private final TemporalFactory guarded = guard(target);

  private TemporalFactory guard(TemporalFactory factory) {
    return (TemporalFactory)
        PluginGuard.of(
            factory,
            loader,
            e -> new MmmException(ErrorKind.PLUGIN, 6, "explained " + e.getMessage(), "", e));
  }

  @Test
  void guardsFactoryComponentAndItsParts() {
    Temporal temporal = guarded.create(new Options(Map.of()));
    temporal.maxLag();
    temporal.effectiveness().orElseThrow().parameters();

    assertThat(seen).hasSize(4).allMatch(l -> l == loader);
    assertThat(Thread.currentThread().getContextClassLoader()).isNotSameAs(loader);
  }

  @Test
  void explainsTheExceptionsOfAComponentAndRestoresTheLoader() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Temporal temporal = guarded.create(new Options(Map.of()));

    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(temporal::parameters)
        .withMessage("explained own")
        .withCauseInstanceOf(IllegalStateException.class);
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void explainsErrorsOfLinking() {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(guarded::info)
        .withMessage("explained lib/Missing");
  }

  @Test
  void equalsWhatGuardsTheSame() {
    assertThat(guarded).isEqualTo(guard(target)).hasSameHashCodeAs(guard(target));
    assertThat(guarded).isNotEqualTo(guard(new Recording()));
  }

  private final class Recording implements TemporalFactory {
    private void record() {
      seen.add(Thread.currentThread().getContextClassLoader());
    }

    @Override
    public ComponentInfo info() {
      throw new NoClassDefFoundError("lib/Missing");
    }

    @Override
    public Temporal create(Options options) {
      record();
      return new RecordingTemporal();
    }

    private final class RecordingTemporal implements Temporal {
      @Override
      public List<ParameterSpec> parameters() {
        throw new IllegalStateException("own");
      }

      @Override
      public int maxLag() {
        record();
        return 0;
      }

      @Override
      public NDArray kernel(Parameters parameters, int channels) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Optional<Effectiveness> effectiveness() {
        record();
        return Optional.of(new RecordingEffectiveness());
      }
    }

    private final class RecordingEffectiveness implements Effectiveness {
      @Override
      public List<ParameterSpec> parameters() {
        record();
        return List.of();
      }

      @Override
      public NDArray logMultiplier(NDArray calendar, Parameters parameters, int channels) {
        throw new UnsupportedOperationException();
      }
    }
  }
}
