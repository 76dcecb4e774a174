package org.deepcausalmmm.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.table.ReadingOptions;
import org.deepcausalmmm.data.table.RowSink;
import org.deepcausalmmm.data.table.TableSource;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The reader of the first or a named sheet of an .xlsx workbook. */
public final class WorkbookSource implements TableSource {

  @Override
  public boolean accepts(Path file, byte[] first) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean zip = first.length > 3 && first[0] == 'P' && first[1] == 'K' && first[2] == 3;
    return zip && (name.endsWith(".xlsx") || name.endsWith(".xlsm") || holdsWorkbook(file));
  }

  /** Returns whether a file that goes by another name, as in a server's store, is a workbook. */
  private static boolean holdsWorkbook(Path file) {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      return archive.getEntry("xl/workbook.xml") != null;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public List<String> parts(Path file) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      return workbook.getSheets().map(Sheet::getName).toList();
    } catch (RuntimeException e) {
      // Reading the file says what is wrong with it.
      return List.of();
    }
  }

  @Override
  public void read(Path file, ReadingOptions options, RowSink sink) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in, withFormats());
        Stream<Row> rows = sheet(workbook, options.sheet()).openStream()) {
      List<List<String>> cells = new ArrayList<>();
      List<Integer> lines = new ArrayList<>();
      rows.forEach(
          row -> {
            cells.add(cells(row));
            lines.add(row.getRowNum());
          });
      rectangle(cells, lines, sink);
    } catch (RuntimeException e) {
      if (e instanceof MmmException) {
        throw e;
      }
      throw new IOException("this is not a workbook that can be read: " + e.getMessage(), e);
    }
  }

  private static org.dhatim.fastexcel.reader.ReadingOptions withFormats() {
    return new org.dhatim.fastexcel.reader.ReadingOptions(true, false);
  }

  private static Sheet sheet(ReadableWorkbook workbook, @Nullable String part) throws IOException {
    if (part == null) {
      return workbook.getFirstSheet();
    }
    return workbook
        .findSheet(part)
        .orElseThrow(
            () ->
                new IOException(
                    "it has no sheet '%s', but %s"
                        .formatted(part, workbook.getSheets().map(Sheet::getName).toList())));
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(text(row.getOptionalCell(i).orElse(null)));
    }
    return cells;
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (cell.getType() == CellType.BOOLEAN) {
      return "1".equals(cell.getRawValue()) || "TRUE".equalsIgnoreCase(cell.getRawValue())
          ? "TRUE"
          : "FALSE";
    }
    if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
      return cell.asDate().toLocalDate().toString();
    }
    String text = cell.getType() == CellType.STRING ? cell.getText() : cell.getRawValue();
    return text == null ? "" : text.strip();
  }

  /** Returns whether a number format shows dates: it has years, or days and months. */
  private static boolean isDate(@Nullable String format) {
    if (format == null) {
      return false;
    }
    String plain = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
    return plain.contains("y") || (plain.contains("d") && plain.contains("m"));
  }

  /** Hands over rows of one width: sheets leave out empty cells at the end. */
  private static void rectangle(List<List<String>> cells, List<Integer> lines, RowSink sink) {
    int width = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < cells.size(); i++) {
      List<String> row = new ArrayList<>(cells.get(i));
      while (row.size() < width) {
        row.add("");
      }
      sink.row(lines.get(i), row);
    }
  }
}
