package org.deepcausalmmm.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deepcausalmmm.data.Errors.assertError;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepcausalmmm.data.DataReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
  private final TableReader reader = new TableReader();

  private Table read(String content) {
    return reader.read("data.csv", content);
  }

  @Test
  void keepsTheLineOfEachRow() {
    Table table = read("week,note\n\n1,\"two\nlines\"\n , \n2,b\n");

    assertThat(table.rows()).extracting(Table.Row::line).containsExactly(3, 6);
    assertThat(table.rows().get(0).cells()).containsExactly("1", "two\nlines");
  }

  @ParameterizedTest
  @ValueSource(strings = {"week;tv\r\n1;2\r\n", "week\ttv\n1\t2\n", "\uFEFFweek,tv\n1,2"})
  void understandsSeparatorsLineEndsAndByteOrderMarks(String content) {
    Table table = read(content);

    assertThat(table.header()).containsExactly("week", "tv");
    assertThat(table.rows().get(0).cells()).containsExactly("1", "2");
    assertThat(table.notes()).singleElement().matches(n -> n.code().equals("MMM-DATA-040"));
  }

  @Test
  void leavesOutColumnsWithoutName() {
    Table table = read(",week,tv,\n0,1,5,\n1,2,6,\n");

    assertThat(table.header()).containsExactly("week", "tv");
    assertThat(table.rows().get(1).cells()).containsExactly("2", "6");
    assertThat(table.notes())
        .extracting(DataReport.Finding::what)
        .containsExactly("Column 1 of data.csv has no name.", "Column 4 of data.csv has no name.");
  }

  @Test
  void ignoresEmptyCellsBehindTheLastColumn() {
    assertThat(read("week,tv\n1,5,,\n").rows().get(0).cells()).containsExactly("1", "5");
  }

  @Test
  void saysThatAFileIsMissing(@TempDir Path folder) {
    Path file = folder.resolve("absent.csv");
    assertError(() -> reader.read(file), "MMM-DATA-001", "absent.csv", "spelling");
  }

  @Test
  void saysThatAPathIsADirectory(@TempDir Path folder) {
    assertError(() -> reader.read(folder), "MMM-DATA-002", "is a directory", "path of a CSV file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n \n", "\uFEFF"})
  void saysThatAFileIsEmpty(String content) {
    assertError(() -> read(content), "MMM-DATA-003", "data.csv is empty", "header line");
  }

  @Test
  void saysThatAFileHasNoRows() {
    assertError(() -> read("week,tv\n"), "MMM-DATA-003", "no rows", "one line for each region");
  }

  @Test
  void refusesSpreadsheetsAndOtherEncodings(@TempDir Path folder) throws IOException {
    Path spreadsheet = folder.resolve("data.xlsx");
    Files.write(spreadsheet, new byte[] {'P', 'K', 3, 4, 0, 0, (byte) 0xFF, (byte) 0xFE, 9});
    assertError(() -> reader.read(spreadsheet), "MMM-DATA-004", "data.xlsx", "CSV UTF-8");

    Path latin = folder.resolve("latin.csv");
    Files.writeString(latin, "week,größe\n1,2\n", StandardCharsets.ISO_8859_1);
    assertError(() -> reader.read(latin), "MMM-DATA-004", "not text in UTF-8", "CSV UTF-8");

    Path wide = folder.resolve("wide.csv");
    Files.writeString(wide, "week,tv\n1,2\n", StandardCharsets.UTF_16LE);
    assertError(() -> reader.read(wide), "MMM-DATA-004", "wide.csv", "CSV UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"week\": [1, 2]}", "<html><p>a, b</p></html>", "just some words\n1\n"})
  void refusesWhatIsNoTable(String content) {
    assertError(() -> read(content), "MMM-DATA-004", "data.csv", "CSV UTF-8");
  }

  @Test
  void namesTheLineOfAnOpenQuotationMark() {
    assertError(
        () -> read("week,tv\n1,5\n2,\"6\n3,7\n"), "MMM-DATA-004", "line 3", "Close the quotation");
  }

  @ParameterizedTest
  @CsvSource({"'week,tv\n1,5\n2\n', 1", "'week,tv\n1,5\n2,1,200\n', 3"})
  void namesTheLineOfARaggedRow(String content, int cells) {
    assertError(
        () -> read(content),
        "MMM-DATA-005",
        "line 3 has %d cells, the header has 2".formatted(cells),
        "separator");
  }

  @Test
  void namesADuplicateHeader() {
    assertError(() -> read("week,tv,tv\n1,2,3\n"), "MMM-DATA-006", "columns 2 and 3", "Rename");
  }

  @Test
  void understandsDecimalCommasBetweenSemicolonsWhenTheyCanMeanNothingElse() {
    Table table = read("week;tv;radio\n1;12,5;3\n2;1000,25;0,125\n");

    assertThat(table.decimalComma()).isTrue();
    assertThat(NumberText.parse(table, table.rows().get(1), 1)).isEqualTo(1000.25);
    assertThat(NumberText.parse(table, table.rows().get(1), 2)).isEqualTo(0.125);
    assertThat(table.notes()).anyMatch(n -> n.what().contains("decimal comma"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "week,tv\n1,\"1,234\"\n",
        "week,tv\n1,\"12,5\"\n",
        "week;tv\n1;1,234\n",
        "week;tv;radio\n1;12,5;12.5\n",
        "week;tv;radio\n1;1.234,5;12,5\n",
        "week,tv\n1,1 234\n",
        "week,tv\n1,1'234.5\n",
        "week\ttv\n1\t1,234\n"
      })
  void refusesNumbersThatCanMeanTwoThings(String content) {
    Table table = read(content);

    assertError(
        () -> NumberText.parse(table, table.rows().get(0), 1),
        "MMM-DATA-008",
        "data.csv, line 2, column 'tv'",
        "Write 1234");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "inf", "-Infinity", "1e999"})
  void refusesNumbersThatAreNotFinite(String number) {
    Table table = read("week,tv\n1," + number + "\n");

    assertError(
        () -> NumberText.parse(table, table.rows().get(0), 1),
        "MMM-DATA-009",
        "line 2, column 'tv': '" + number + "'",
        "leave the cell empty");
  }

  @Test
  void refusesTextWhereANumberShouldBe() {
    Table table = read("week,tv\n1,lots\n");

    assertError(
        () -> NumberText.parse(table, table.rows().get(0), 1),
        "MMM-DATA-007",
        "data.csv, line 2, column 'tv': 'lots' is not a number",
        "plain number");
  }

  @ParameterizedTest
  @CsvSource({"5, 5", "-5.25, -5.25", "1e3, 1000", "+.5, 0.5", "2., 2", "NA, NaN", "null, NaN"})
  void readsPlainNumbers(String text, double number) {
    Table table = read("week,tv\n1," + text + "\n");

    assertThat(NumberText.parse(table, table.rows().get(0), 1)).isEqualTo(Double.valueOf(number));
  }

  @Test
  void namesTheNearestColumn() {
    Table table = read("week,tv_spend\n1,2\n");

    assertError(
        () -> table.index("tv_spent"), "MMM-DATA-010", "no column 'tv_spent'", "'tv_spend'");
    assertError(() -> table.index("population"), "MMM-DATA-010", "population", "week, tv_spend");
  }
}
