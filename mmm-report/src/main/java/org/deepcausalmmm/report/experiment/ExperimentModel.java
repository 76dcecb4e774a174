package org.deepcausalmmm.report.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The content of a directory about experiments.
 *
 * @param kind what the directory holds
 * @param summary its summary
 * @param tables its tables, by the name of the file
 */
public record ExperimentModel(
    ExperimentDirectory kind, JsonNode summary, List<ExperimentTable> tables) {
  /** The kinds of directories. */
  public enum ExperimentDirectory {
    READING("experiment-reading"),
    DESIGN("experiment-design"),
    RANKING("experiment-ranking");

    private final String id;

    ExperimentDirectory(String id) {
      this.id = id;
    }

    /** Returns the name in a summary. */
    public String id() {
      return id;
    }
  }

  /** A table of texts. */
  public record ExperimentTable(String file, List<String> header, List<List<String>> rows) {
    public ExperimentTable {
      header = List.copyOf(header);
      rows = List.copyOf(rows);
    }

    /** Returns a column of texts. */
    public List<String> column(String name) {
      int index = header.indexOf(name);
      return rows.stream().map(row -> row.get(index)).toList();
    }

    /** Returns a column of numbers; NaN where a cell is empty. */
    public List<Double> numbers(String name) {
      return column(name).stream()
          .map(text -> text.isEmpty() ? Double.NaN : Double.valueOf(text))
          .toList();
    }
  }

  public ExperimentModel {
    tables = List.copyOf(tables);
  }

  /** Returns the table of a file. */
  public ExperimentTable table(String file) {
    return tables.stream().filter(t -> t.file().equals(file)).findFirst().orElseThrow();
  }
}
