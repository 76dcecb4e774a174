package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.deepcausalmmm.cli.Mmm;
import org.deepcausalmmm.server.job.Work;
import org.deepcausalmmm.server.job.WorkListener;
import org.deepcausalmmm.server.job.WorkOrder;
import org.deepcausalmmm.server.job.WorkerExecutor;
import org.deepcausalmmm.server.store.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker whose class path is not complete says what it lacks, at its first attempt. */
class WorkerWithoutEngineTest implements WorkListener {
  @TempDir private Path directory;

  private JsonNode outcomeWithout(String missing) throws Exception {
    Path place = Files.createDirectory(directory.resolve("job"));
    Files.writeString(place.resolve("data.csv"), SampleData.of(1, 60).csv());
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.matches(missing))
            .collect(Collectors.joining(File.pathSeparator));
    WorkerExecutor executor =
        new WorkerExecutor(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + directory,
                "-Dai.djl.offline=true",
                "-cp",
                classPath,
                Mmm.class.getName(),
                "worker"));
    WorkOrder order =
        new WorkOrder(
            "job", place, List.of("fit", "data.csv", "--out", "result", "--quick"), "result");
    Work work = executor.start(order, this);
    assertThat(work.await(Duration.ofMinutes(2))).isTrue();
    assertThat(place.resolve("result")).doesNotExist();
    return JsonMapper.builder().build().readTree(place.resolve("outcome.json").toFile());
  }

  @Override
  public void step(Job.Step step) {}

  @Override
  public void note(String line) {}

  @Test
  void withoutTheEngineNothingIsFitted() throws Exception {
    JsonNode outcome = outcomeWithout(".*/(api-0|pytorch)[^/]*jar");
    assertThat(outcome.get("code").asText()).as(outcome.toString()).isEqualTo("MMM-SYSTEM-518");
    assertThat(outcome.get("message").asText()).startsWith("The worker lacks a library: ai.djl.");
    assertThat(outcome.get("advice").asText()).contains("complete distribution");
  }

  @Test
  void withoutItsNativeLibraryNothingIsFitted() throws Exception {
    JsonNode outcome = outcomeWithout(".*pytorch-native.*");
    assertThat(outcome.get("code").asText()).as(outcome.toString()).isEqualTo("MMM-SYSTEM-010");
    assertThat(outcome.get("advice").asText()).contains("pytorch-native-cpu");
  }
}
