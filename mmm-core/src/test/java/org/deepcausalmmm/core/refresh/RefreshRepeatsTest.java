package org.deepcausalmmm.core.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.modelfile.ModelReader;
import org.deepcausalmmm.core.modelfile.ModelWriter;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Gaps;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A refresh gives the same bits each time, in any process, on two threads.
 *
 * <p>The fit before may be quick; the refresh is not. The world has more cells than the engine
 * computes on one thread, 32,768.
 */
class RefreshRepeatsTest {
  private static final WorldSpec SPEC =
      WorldSpec.builder("large").regions(60).weeks(100).channels(6).build();
  private static final int OLD_WEEKS = 96;
  private static final DataReport REPORT = new DataReport(0, 0, List.of());
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  @TempDir Path directory;

  @Test
  void aRefreshGivesTheSameBitsTwiceHereAndOnceInAnotherProcess() throws Exception {
    World world = Simulator.simulate(SPEC, 5);
    Configuration configuration =
        new Configuration(
            world.dataConfig(),
            world.configuration().model(),
            new FitConfig(7, 6, 2, 0, false, "cpu"));
    FittedModel before =
        FITTER
            .fit(
                world.panel().firstWeeks(OLD_WEEKS),
                REPORT,
                configuration.withFit(configuration.fit().withQuick(true)),
                Progress.SILENT)
            .withConfiguration(configuration);
    Path file = directory.resolve("before.mmm");
    new ModelWriter(FITTER).write(before, file);

    FittedModel first = refresh(before);
    FittedModel second = refresh(before);
    Path elsewhere = directory.resolve("elsewhere.mmm");
    refreshInAnotherProcess(file, elsewhere);
    FittedModel third = new ModelReader(FITTER).read(elsewhere);

    assertThat(first.record().acceptance()).as("draws were sampled").isNotNaN();
    assertThat(first.theta()).isNotEqualTo(before.theta());
    assertSame(second, first);
    assertSame(third, first);
  }

  private static void assertSame(FittedModel actual, FittedModel expected) {
    assertThat(actual.theta()).containsExactly(expected.theta());
    assertThat(actual.draws()).isDeepEqualTo(expected.draws());
    assertThat(actual.variances()).isEqualTo(expected.variances());
    assertThat(actual.precision()).isDeepEqualTo(expected.precision());
    assertThat(actual.effectiveness()).isDeepEqualTo(expected.effectiveness());
  }

  private static FittedModel refresh(FittedModel before) {
    return new Refresher(FITTER)
        .refresh(
            before,
            new CheckedPanel(Simulator.simulate(SPEC, 5).panel(), REPORT, Gaps.none(), 0),
            Progress.SILENT);
  }

  private static void refreshInAnotherProcess(Path model, Path out) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-cp",
                System.getProperty("java.class.path"),
                Elsewhere.class.getName(),
                model.toString(),
                out.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  /** Refreshes a model file into another. */
  static final class Elsewhere {
    private Elsewhere() {}

    public static void main(String[] files) throws IOException {
      FittedModel before = new ModelReader(FITTER).read(Path.of(files[0]));
      new ModelWriter(FITTER).write(refresh(before), Path.of(files[1]));
    }
  }
}
