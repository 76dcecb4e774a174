package org.deepcausalmmm.report.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.report.experiment.ExperimentModel.ExperimentDirectory;
import org.deepcausalmmm.report.experiment.ExperimentModel.ExperimentTable;
import org.deepcausalmmm.report.files.CsvFile;
import org.deepcausalmmm.report.files.ExperimentFiles;
import org.deepcausalmmm.report.files.FileDigests;
import org.deepcausalmmm.report.files.RunFileErrors;
import org.deepcausalmmm.report.files.RunFiles;

/** The reader of a directory about experiments. */
public final class ExperimentReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ExperimentReader() {}

  /**
   * Reads a directory that a command about experiments wrote.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-091 if a file is missing or damaged
   */
  public static ExperimentModel read(Path directory) {
    Path file = directory.resolve(RunFiles.SUMMARY);
    try {
      JsonNode summary = JSON.readTree(file.toFile());
      FileDigests.verify(directory, summary);
      String id = summary.path("kind").asText();
      ExperimentDirectory kind =
          Arrays.stream(ExperimentDirectory.values())
              .filter(k -> k.id().equals(id))
              .findFirst()
              .orElseThrow(() -> new IOException("it is about no experiment"));
      List<ExperimentTable> tables = new ArrayList<>();
      for (String name : tables(kind)) {
        Path table = directory.resolve(name);
        List<List<String>> rows = new ArrayList<>();
        CsvFile.read(table, row -> rows.add(row.cells()));
        tables.add(new ExperimentTable(name, CsvFile.header(table), rows));
      }
      return new ExperimentModel(kind, summary, tables);
    } catch (IOException e) {
      throw RunFileErrors.unreadable(file, e);
    }
  }

  private static List<String> tables(ExperimentDirectory kind) {
    return switch (kind) {
      case READING ->
          List.of(ExperimentFiles.SERIES, ExperimentFiles.PLACEBOS, ExperimentFiles.WEIGHTS);
      case DESIGN ->
          List.of(ExperimentFiles.DESIGNS, ExperimentFiles.REGIONS, ExperimentFiles.POWER);
      case RANKING -> List.of(ExperimentFiles.VALUES);
    };
  }
}
