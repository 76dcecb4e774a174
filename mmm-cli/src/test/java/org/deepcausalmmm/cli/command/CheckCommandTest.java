package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path directory;

  private CommandRun check(String text) throws IOException {
    return CommandRun.of("check", Files.writeString(directory.resolve("data.csv"), text));
  }

  @Test
  void goodDataPass() throws IOException {
    CommandRun run = check(SampleData.of(2, 60).csv());

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).startsWith("120 rows, 0 empty cells, 0 errors, 0 warnings.");
    assertThat(run.out()).contains("Note MMM-DATA-046");
  }

  @Test
  void everyRoleThatWasGuessedIsAnnounced() throws IOException {
    SampleData sample = SampleData.of(2, 60);
    sample.rows().get(0)[SampleData.PRICE] = "revenue_per_kpi";
    CommandRun run = check(sample.csv());
    assertThat(run.err()).contains("outcome revenue, a unit of which is worth revenue_per_kpi, 2");
    sample.rows().get(0)[SampleData.PRICE] = "population";
    assertThat(check(sample.csv()).err()).contains("regions in region, population in population.");
  }

  @Test
  void everyErrorIsShownAndTheExitCodeSaysSo() throws IOException {
    CommandRun run =
        check(
            SampleData.of(2, 60)
                .withAll(SampleData.TV, "0")
                .withAll(SampleData.SEARCH, "25")
                .csv());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("2 errors").contains("Error MMM-DATA-021", "Error MMM-DATA-022");
  }

  @Test
  void aByteOrderMarkIsDroppedAndNoted() throws IOException {
    CommandRun run = check("\uFEFF" + SampleData.of(2, 60).csv());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Note MMM-DATA-040", "byte order mark");
  }

  @Test
  void semicolonsAndDecimalCommasAreUnderstood() throws IOException {
    CommandRun run = check(SampleData.of(2, 60).csv(";").replace('.', ','));

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("separated by ';'", "decimal comma");
  }

  /** Requires that a check refuses a configuration of two channels as a fit would. */
  private void requireRefused(String code, String place, String model) throws IOException {
    String roles =
        """
        data:
          geo: region
          time: week
          outcome: revenue
          channels:
            - {name: tv, spend: tv_spend}
            - {name: search, spend: search_spend}
        """;
    Path config = Files.writeString(directory.resolve("config.yaml"), roles + model);
    Path data = Files.writeString(directory.resolve("data.csv"), SampleData.of(2, 60).csv());
    CommandRun run = CommandRun.of("check", data, "--config", config);
    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(4);
    assertThat(run.err()).contains(code + ": " + config + ", line " + place);
  }

  @Test
  void whatAFitWouldRefuseIsRefused() throws IOException {
    requireRefused(
        "MMM-CONFIG-073",
        "11, model.structure.edges.required: The required edges form a cycle: tv -> search -> tv.",
        """
        model:
          structure:
            edges:
              required: ["tv -> search", "search -> tv"]
        """);
    requireRefused(
        "MMM-CONFIG-074",
        "9, model.structure.edges.required: The structure 'independent' has no edges",
        """
        model:
          structure: {type: independent, edges: {required: ["tv -> search"]}}
        """);
    requireRefused(
        "MMM-CONFIG-061",
        "10, model.priors[0]: A prior names the parameter 'bend'",
        """
        model:
          priors:
            - {type: parameter, component: saturation, parameter: bend, mean: 1, sd: 1}
        """);
    requireRefused(
        "MMM-CONFIG-090", "8, fit.device: fit.device is 'gpu7'", "fit: {device: gpu7}\n");
  }

  @Test
  void nothingIsWritten() throws IOException {
    check(SampleData.of(2, 60).csv());
    assertThat(directory).isDirectoryContaining("glob:**data.csv");
    assertThat(directory.toFile().list()).hasSize(1);
  }
}
