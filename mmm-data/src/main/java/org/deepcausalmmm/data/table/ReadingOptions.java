package org.deepcausalmmm.data.table;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration says of the form of a file; what it leaves open is inferred.
 *
 * @param encoding the character set; null for UTF-8, or what a byte order mark says
 * @param dateFormat the order of day, month and year, such as D/M/Y; null to infer it
 * @param decimal the decimal mark; null to infer it for each column
 * @param sheet the name of the sheet of a workbook; null for the first
 * @param query what a database is asked; null where the data are no database
 */
public record ReadingOptions(
    @Nullable Charset encoding,
    @Nullable String dateFormat,
    @Nullable Character decimal,
    @Nullable String sheet,
    @Nullable DatabaseQuery query) {

  /**
   * What a database is asked.
   *
   * @param sql the query, whose result is the table
   * @param user the user; null if the address or the driver knows it
   * @param passwordEnv the name of the environment variable that holds the password; null for none
   */
  public record DatabaseQuery(String sql, @Nullable String user, @Nullable String passwordEnv) {}

  /** Returns options that leave everything to inference. */
  public static ReadingOptions inferred() {
    return new ReadingOptions(null, null, null, null, null);
  }

  /** Returns whether a date format is one that {@link #dateFormat} may hold. */
  public static boolean isDateFormat(String format) {
    return DateFormats.of(format) != null;
  }
}
