package org.deepcausalmmm.core.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.ComponentFactory;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.api.TemporalFactory;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.core.plugin.DiscoveredComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model outlives the version of a component that it was fitted with. */
class ModelMigrationTest {
  @TempDir Path directory;

  /** The next version of a component, which renames an option. */
  private record NextVersion(TemporalFactory present) implements TemporalFactory {
    @Override
    public ComponentInfo info() {
      return new ComponentInfo(present.info().id(), "2.0.0", present.info().description());
    }

    @Override
    public List<OptionSpec> options() {
      return List.of(OptionSpec.integer("weeks", 8, 0, 52, "Greatest lag."));
    }

    @Override
    public Temporal create(Options options) {
      Map<String, Integer> old = Map.of("max_lag", options.integer("weeks"));
      return present.create(Options.of("the present version", present.options(), old));
    }

    @Override
    public Map<String, Object> migrate(String version, Map<String, Object> options) {
      Map<String, Object> migrated = new HashMap<>();
      migrated.put("weeks", options.get("max_lag"));
      return migrated;
    }
  }

  @Test
  void aPluginThatRenamedAnOptionReadsWhatItsEarlierVersionWasFittedWith() throws IOException {
    Path file = directory.resolve("model.mmm");
    FittedModel fitted = SmallModel.fitted();
    new ModelWriter(SmallModel.FITTER).write(fitted, file);
    ComponentFactory<?>[] factories =
        ComponentDiscovery.fromClassPath().discovered().stream()
            .map(DiscoveredComponent::factory)
            .map(f -> f.info().id().equals("geometric") ? new NextVersion((TemporalFactory) f) : f)
            .toArray(ComponentFactory<?>[]::new);
    Fitter fitter = new Fitter(new ComponentCreator(Components.of(factories)));

    FittedModel loaded = new ModelReader(fitter).read(file);

    assertThat(loaded.configuration().model().temporal().forChannel("tv").options())
        .isEqualTo(Map.of("weeks", 4));
    assertThat(loaded.theta()).isEqualTo(fitted.theta());
    assertThat(fitter.mediaModel(loaded)).isNotNull();
  }
}
