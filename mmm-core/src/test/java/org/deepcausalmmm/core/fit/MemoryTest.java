package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.baseline.BaselineForm;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.config.ModelConfig;
import org.junit.jupiter.api.Test;

/** No array of the engine survives the step of training that made it. */
class MemoryTest {
  private static final Path MEMORY = Path.of("/proc/self/statm");
  private static final int STEPS = 1000;

  /** Less than half of what one array of a number per region and week would leave each step. */
  private static final long MOST_BYTES = 12_000_000;

  @Test
  void memoryStaysFlatOverAThousandSteps() throws Exception {
    assumeTrue(Files.exists(MEMORY), "the memory of a process is read as Linux tells it");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A heap that is resident from the start leaves the engine's arrays to be seen.
                "-Xms512m",
                "-Xmx512m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-cp",
                System.getProperty("java.class.path"),
                Steps.class.getName())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(output).isZero();
    String[] numbers = output.lines().toList().get((int) output.lines().count() - 1).split(" ");
    assertThat(Long.parseLong(numbers[0])).as("bytes more: " + output).isLessThan(MOST_BYTES);
    assertThat(Integer.parseInt(numbers[1])).as("arrays more").isZero();
  }

  /** Takes the steps and prints by how many bytes and arrays there are more at the end. */
  static final class Steps {
    private Steps() {}

    public static void main(String[] args) {
      SmallWorld world = SmallWorld.of(60, 104, 4, 0.03, 5);
      ComputeEngine engine = ComputeEngine.start("cpu", 1);
      ComponentCreator components = new ComponentCreator(ComponentDiscovery.fromClassPath());
      MediaModel model = new Fitter(components).mediaModel(ModelConfig.defaults(), world.panel());
      TrainingData data = TrainingData.of(world.panel(), 104);
      ExposureOrigins origins =
          ExposureOrigins.of(
              data.exposure(), StructuralEquations.independent(4), EarlierExposure.NONE);
      FitContext context =
          new FitContext(engine, data, model, new ParameterPriors(model.layout()), List.of());
      try (NDManager manager = engine.newManager()) {
        MediaObjective objective =
            new MediaObjective(
                context,
                manager,
                context.graph(manager, origins, DataType.FLOAT32),
                DataType.FLOAT32);
        double[] theta = model.layout().start(7);
        PrecisionOperator operator = operator(data);
        take(STEPS, objective, theta, operator);
        long before = resident();
        int arrays = manager.getManagedArrays().size();
        take(STEPS, objective, theta, operator);
        int further = manager.getManagedArrays().size() - arrays;
        System.out.println((resident() - before) + " " + further);
      }
    }

    private static PrecisionOperator operator(TrainingData data) {
      double[] scale = new double[data.regionCount()];
      Arrays.fill(scale, 1);
      double[][] precision = new double[data.regionCount()][data.trainWeeks()];
      for (double[] row : precision) {
        Arrays.fill(row, 1000);
      }
      return new PrecisionOperator(
          data.design(BaselineForm.of(Season.SMOOTH)),
          Variances.start(data.regionCount()),
          scale,
          precision);
    }

    private static void take(
        int steps, MediaObjective objective, double[] theta, PrecisionOperator operator) {
      Adam adam = new Adam(theta.length);
      for (int step = 0; step < steps; step++) {
        adam.step(theta, objective.gradient(theta, operator).values(), 0.01);
      }
    }

    private static long resident() {
      System.gc();
      try {
        return 4096 * Long.parseLong(Files.readString(MEMORY).split(" ")[1]);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
