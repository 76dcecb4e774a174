package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentDiscoveryTest {
  @TempDir Path directory;

  @Test
  void findsTheModulesOnTheClassPath() {
    Components components = ComponentDiscovery.fromClassPath();

    assertThat(components.problems()).isEmpty();
    assertThat(components.temporal()).containsKeys("gru", "geometric", "delayed");
    assertThat(components.loss()).containsKeys("huber", "gaussian", "student-t");
  }

  @Test
  void findsAFactoryAndWhatItSaysOfItself() throws IOException {
    Components components = discover(SampleFactories.PowerFactory.class);

    assertThat(components.problems()).isEmpty();
    DiscoveredComponent power = components.find(ComponentKind.SATURATION, "power").orElseThrow();
    assertThat(power.info().version()).isEqualTo("1.0");
    assertThat(power.options()).extracting("name").containsExactly("exponent");
    assertThat(power.origin().location()).endsWith("test-classes");
    assertThat(components.saturation()).containsKey("power");
  }

  @Test
  void refusesTheSecondOfTwoEqualIdsAndNamesBothPlaces() throws IOException {
    Components components =
        discover(SampleFactories.PowerFactory.class, SampleFactories.SamePowerFactory.class);

    assertThat(components.ofKind(ComponentKind.SATURATION))
        .filteredOn(d -> d.id().equals("power"))
        .singleElement()
        .satisfies(d -> assertThat(d.factory()).isInstanceOf(SampleFactories.PowerFactory.class))
        .satisfies(
            d -> assertThat(d.factory()).isNotInstanceOf(SampleFactories.SamePowerFactory.class));
    MmmException problem = components.problems().get(0);
    assertThat(problem.code()).isEqualTo("MMM-PLUGIN-002");
    assertThat(problem).message().matches(".* of .*test-classes has .* in .*test-classes, .*");
  }

  @Test
  void aBrokenFactoryDoesNotStopTheOthers() throws IOException {
    Components components =
        discover(
            SampleFactories.FailsInConstructor.class,
            SampleFactories.FailsInInfo.class,
            SampleFactories.MissesClass.class,
            SampleFactories.TwiceDeclared.class,
            SampleFactories.PowerFactory.class);

    assertThat(components.saturation()).containsKey("power");
    assertThat(components.problems()).hasSize(4);
    assertThat(components.problems()).allMatch(p -> p.kind() == ErrorKind.PLUGIN);
    assertThat(components.problems())
        .extracting(Throwable::getMessage)
        .anySatisfy(m -> assertThat(m).contains("FailsInConstructor", "no licence key"))
        .anySatisfy(m -> assertThat(m).contains("FailsInInfo", "Not An Id"))
        .anySatisfy(m -> assertThat(m).contains("MissesClass", "acme/Curves"))
        .anySatisfy(m -> assertThat(m).contains("TwiceDeclared", "declared twice"));
  }

  @Test
  void aServiceFileThatNamesAMissingClassDoesNotStopTheOthers() throws IOException {
    Components components =
        discover(List.of("acme.Missing", SampleFactories.PowerFactory.class.getName()));

    assertThat(components.saturation()).containsKey("power");
    assertThat(components.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("MMM-PLUGIN-004"))
        .satisfies(p -> assertThat(p.getMessage()).contains("acme.Missing"));
  }

  @Test
  void keepsThePresentComponentWhenAnotherSetBringsTheSameId() {
    Components present = Components.of(new SampleFactories.PowerFactory());
    Components both = present.plus(Components.of(new SampleFactories.SamePowerFactory()));

    assertThat(both.discovered()).isEqualTo(present.discovered());
    assertThat(both.problems()).extracting(MmmException::code).containsExactly("MMM-PLUGIN-002");
  }

  private Components discover(Class<?>... factories) throws IOException {
    return discover(Stream.of(factories).map(Class::getName).collect(Collectors.toList()));
  }

  private Components discover(List<String> factories) throws IOException {
    Path services = directory.resolve(ComponentKind.SATURATION.serviceFile());
    Files.createDirectories(services.getParent());
    Files.write(services, factories);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {directory.toUri().toURL()}, ComponentDiscovery.class.getClassLoader())) {
      return ComponentDiscovery.of(loader);
    }
  }
}
