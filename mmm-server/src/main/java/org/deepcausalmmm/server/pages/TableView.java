package org.deepcausalmmm.server.pages;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deepcausalmmm.report.text.Human;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.result.TableFilter;
import org.deepcausalmmm.server.result.TableTransfer;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.Manifest;
import org.deepcausalmmm.server.store.StoredResult;

/** The tables of a result as a page shows them: their first rows, read as the API reads them. */
public final class TableView {
  private static final int MOST_ROWS = 200;
  private static final long MOST_BYTES = 4 << 20;

  private final DataDirectory directory;

  @Inject
  TableView(DataDirectory directory) {
    this.directory = directory;
  }

  /**
   * A table.
   *
   * @param total how many rows the file has; those beyond the shown ones are in the download
   */
  public record Shown(
      String name, List<String> columns, List<List<TableCell>> rows, int total, String download) {
    /** Returns whether the first row has a number in a column. */
    public boolean numeric(int column) {
      return !rows.isEmpty() && rows.get(0).get(column).numeric();
    }
  }

  /** A cell: a text, or a number with its text; NaN for none. */
  public record TableCell(String text, boolean numeric, double number) {}

  /** Returns the tables of a result; those that are too large to show have no rows. */
  List<Shown> of(StoredResult result) {
    List<Shown> tables = new ArrayList<>();
    for (String file : Manifest.names(result)) {
      if (file.endsWith(".csv") && !file.contains("/")) {
        tables.add(table(result, file, MOST_ROWS));
      }
    }
    return tables;
  }

  /** Returns every row of a table, if it is not too large to show. */
  Shown table(StoredResult result, String file) {
    return table(result, file, Integer.MAX_VALUE);
  }

  private Shown table(StoredResult result, String file, int most) {
    String name = file.substring(0, file.length() - 4);
    String download =
        Places.api(result.project(), "results/" + result.id() + "/tables/" + name + "?format=csv");
    var path = Manifest.require(result, directory.result(result.id()), file);
    try {
      if (java.nio.file.Files.size(path) > MOST_BYTES) {
        return new Shown(name, List.of(), List.of(), -1, download);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      TableTransfer.json(path, new TableFilter(Set.of(), Set.of(), null, null), out);
      JsonNode table = Json.read(out.toByteArray());
      List<String> columns = new ArrayList<>();
      table.path("columns").forEach(column -> columns.add(column.asText()));
      List<List<TableCell>> rows = new ArrayList<>();
      for (JsonNode row : table.path("rows")) {
        if (rows.size() == most) {
          break;
        }
        List<TableCell> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(cell(cell)));
        rows.add(cells);
      }
      return new Shown(name, columns, rows, table.path("rows").size(), download);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TableCell cell(JsonNode node) {
    if (node.isNull()) {
      return new TableCell("", true, Double.NaN);
    }
    return node.isNumber()
        ? new TableCell(Human.number(node.doubleValue()), true, node.doubleValue())
        : new TableCell(node.asText(), false, Double.NaN);
  }
}
