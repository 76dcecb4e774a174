package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.analysis.Counterfactuals;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.deepcausalmmm.data.config.ModelConfig.EdgeRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples are plugins that work: they pass the check and take part in a fit. */
class ExamplePluginsTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  @TempDir Path directory;
  private Components components;

  @BeforeEach
  void install() throws IOException {
    Path plugins = directory.resolve("plugins");
    PluginInstaller installer = new PluginInstaller(plugins, new PluginChecker());
    for (String name : List.of("weibull-saturation", "category-prior")) {
      Path main = EXAMPLES.resolve(name).resolve("src").resolve("main");
      Path jar = TestJar.project(main).write(directory.resolve("built/" + name + ".jar"));
      assertThat(installer.install(jar, false)).hasFileName(name);
    }
    components = ComponentDiscovery.fromClassPath().plus(PluginLoader.load(plugins));
    assertThat(components.problems()).isEmpty();
  }

  @Test
  void takePartInAFit() {
    ComponentCreator creator = new ComponentCreator(components);
    Fitter fitter = new Fitter(creator);
    ComponentChoice prior =
        new ComponentChoice("category", Map.of("channels", "tv, radio"), Map.of());
    ModelConfig model =
        new ModelConfig(
            ComponentChoice.of("geometric"),
            ComponentChoice.of("independent"),
            EdgeRules.none(),
            ComponentChoice.of("weibull"),
            ComponentChoice.of("gaussian"),
            List.of(prior));
    FittedModel fitted = fit(fitter, model);
    Counterfactuals counterfactuals =
        new Counterfactuals(
            ComputeEngine.start("cpu", 1), fitted, fitter.mediaModel(fitted), Progress.SILENT);

    assertThat(counterfactuals.parameters())
        .filteredOn(p -> p.parameter().equals("shape"))
        .hasSize(2)
        .allSatisfy(p -> assertThat(p.value().mean()).isBetween(0.3, 4.0));
    assertThat(counterfactuals.channels())
        .allSatisfy(c -> assertThat(c.contribution().mean()).isPositive());
  }

  private static FittedModel fit(Fitter fitter, ModelConfig model) {
    DataConfig data =
        new DataConfig("geo", "week", "sales", null, null, List.of(), List.of(), List.of());
    FitConfig config = FitConfig.defaults().withQuick(true).withDraws(60).withThreads(1);
    return fitter.fit(
        panel(),
        new DataReport(0, 0, List.of()),
        new Configuration(data, model, config),
        Progress.SILENT);
  }

  /** Two channels whose exposure lifts the outcome in the week itself. */
  private static Panel panel() {
    SplittableRandom random = new SplittableRandom(3);
    int weeks = 80;
    double[][] tv = new double[1][weeks];
    double[][] radio = new double[1][weeks];
    double[][] outcome = new double[1][weeks];
    for (int t = 0; t < weeks; t++) {
      tv[0][t] = random.nextDouble() < 0.5 ? 0 : 100 * random.nextDouble();
      radio[0][t] = random.nextDouble() < 0.5 ? 0 : 100 * random.nextDouble();
      double lift = 200 * (1 - Math.exp(-tv[0][t] / 50)) + 150 * (1 - Math.exp(-radio[0][t] / 50));
      outcome[0][t] = 1000 + lift + 10 * random.nextGaussian();
    }
    return new Panel(
        List.of("all"),
        Weeks.from(1, weeks),
        outcome,
        List.of(
            new Panel.Channel("tv", tv, tv, true), new Panel.Channel("radio", radio, radio, true)),
        List.of(),
        null,
        null,
        "sales");
  }
}
