package org.deepcausalmmm.cli.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.table.SourceAddress;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TableReader;

/**
 * The reader of lists of jobs: a table with the columns {@code name} and {@code data}, and any of
 * {@code config}, {@code seed}, {@code holdout}, {@code brand}, {@code market}. Paths are relative
 * to the list.
 */
public final class JobList {
  private static final List<String> COLUMNS =
      List.of("name", "data", "config", "seed", "holdout", "brand", "market");

  /** The errors of a table that has no rows, or rows of another width than its headings. */
  private static final Set<String> FORM = Set.of("MMM-DATA-003", "MMM-DATA-005");

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}");

  private final Table table;
  private final Path base;
  private final boolean quick;

  private JobList(Table table, Path base, boolean quick) {
    this.table = table;
    this.base = base;
    this.quick = quick;
  }

  /**
   * Reads a list.
   *
   * @param quick whether quick fits are asked for
   * @throws MmmException MMM-USAGE-601 if a line cannot be used, the errors of a table otherwise
   */
  public static List<BatchJob> read(Path file, boolean quick) {
    Table table = table(file);
    Path parent = file.toAbsolutePath().normalize().getParent();
    return new JobList(table, parent == null ? Path.of("/") : parent, quick).jobs();
  }

  /** Returns the table of a list; what is wrong with its form is told as of a list of jobs. */
  private static Table table(Path file) {
    try {
      return TableReader.ofRowsAsWritten().read(file);
    } catch (MmmException e) {
      if (!FORM.contains(e.code())) {
        throw e;
      }
      throw BatchCode.JOB_BAD.error(
          Objects.requireNonNull(e.getMessage()),
          "A list of jobs has a line of headings, 'name' and 'data' at least, and one line for each"
              + " job.");
    }
  }

  private List<BatchJob> jobs() {
    for (String column : table.header()) {
      if (!COLUMNS.contains(column)) {
        throw BatchCode.JOB_BAD.error(
            "%s has a column '%s' that a list of jobs does not know."
                .formatted(table.source(), column),
            "Use the columns %s.".formatted(String.join(", ", COLUMNS)));
      }
    }
    for (String column : List.of("name", "data")) {
      if (!table.has(column)) {
        throw BatchCode.JOB_BAD.error(
            "%s has no column '%s'.".formatted(table.source(), column),
            "Give a name and a file of data on each line.");
      }
    }
    List<BatchJob> jobs = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    for (Table.Row row : table.rows()) {
      BatchJob job = job(row);
      Integer before = lines.put(job.name().toLowerCase(Locale.ROOT), row.line());
      if (before != null) {
        throw bad(
            row,
            "has the name '%s' of line %d (case does not count)".formatted(job.name(), before));
      }
      jobs.add(job);
    }
    return jobs;
  }

  private BatchJob job(Table.Row row) {
    String name = cell(row, "name");
    if (!NAME.matcher(name).matches() || name.endsWith(".")) {
      throw BatchCode.JOB_BAD.error(
          "Line %d of %s has the name '%s', which cannot name a run."
              .formatted(row.line(), table.source(), name),
          "Use up to 100 letters, digits, spaces, '.', '_' and '-'; begin with a letter or digit"
              + " and end without '.'. The column 'brand' takes any text.");
    }
    String data = cell(row, "data");
    if (data.isEmpty()) {
      throw bad(row, "names no data");
    }
    String config = cell(row, "config");
    String brand = cell(row, "brand");
    return new BatchJob(
        name,
        place(data),
        config.isEmpty() ? Optional.empty() : Optional.of(place(config)),
        seed(row),
        holdout(row),
        quick,
        brand.isEmpty() ? name : brand,
        cell(row, "market"));
  }

  /** Returns the path of a file: below the list, or the one that stands for an address. */
  private Path place(String text) {
    Path path = SourceAddress.path(text);
    return SourceAddress.is(path) ? path : base.resolve(path);
  }

  private OptionalLong seed(Table.Row row) {
    String text = cell(row, "seed");
    try {
      return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw bad(row, "has the seed '%s', which is not a whole number".formatted(text));
    }
  }

  private OptionalInt holdout(Table.Row row) {
    String text = cell(row, "holdout");
    try {
      int weeks = text.isEmpty() ? 0 : Integer.parseInt(text);
      if (weeks >= 0) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(weeks);
      }
    } catch (NumberFormatException e) {
      // Below.
    }
    throw bad(row, "has the holdout '%s', which is not a number of weeks".formatted(text));
  }

  private String cell(Table.Row row, String column) {
    return table.has(column) ? row.cells().get(table.index(column)).strip() : "";
  }

  private MmmException bad(Table.Row row, String what) {
    return BatchCode.JOB_BAD.error(
        "Line %d of %s %s.".formatted(row.line(), table.source(), what), "Correct the line.");
  }
}
