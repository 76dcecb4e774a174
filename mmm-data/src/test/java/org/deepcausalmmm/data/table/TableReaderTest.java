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
  void saysThatADirectoryHoldsNoFile(@TempDir Path folder) {
    assertError(() -> reader.read(folder), "MMM-DATA-002", "is a directory", "one of them");
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
    assertError(() -> reader.read(latin), "MMM-DATA-004", "not text in UTF-8", "windows-1252");

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "week;tv;radio|1;12,5;3|2;1000,25;0,125 ! 12.5 ! decimal comma",
        "week,tv|1,'1,234.50'|2,3 ! 1234.5 ! thousands marks",
        "week,tv,radio|1,'1,234',2.5|2,'12',3.5 ! 1234 ! thousands marks",
        "week,tv|1,'$ 1,234.50'|2,$7.25 ! 1234.5 ! currency $",
        "week,tv|1,1234.5 USD|2,7.25 USD ! 1234.5 ! currency USD",
        "week,tv|1,1 234.5|2,7.25 ! 1234.5 ! thousands marks",
        "week,tv|1,1'234.5|2,7.25 ! 1234.5 ! ",
        "week;tv|1;1.234,5|2;12,5 ! 1234.5 ! decimal comma",
        "week;tv;radio|1;12,5;12.5|2;1,5;1.5 ! 12.5 ! decimal comma",
        "week;tv;radio|1;1.234;12,5|2;999;1,5 ! 1234 ! decimal comma",
        "week,tv|1,(1,234.50)|2,7 ! -1234.5 ! brackets",
        "week,tv|1,12.5%|2,7% ! 0.125 ! percent",
        "week,tv|1,TRUE|2,FALSE ! 1 ! true is 1",
        "week,tv|1,no|2,yes ! 0 ! yes is 1"
      })
  void readsNumbersOfAColumnThatAgrees(String content, String number, String note) {
    String quoted = content.replace("(1,234.50)", "\"(1,234.50)\"").replace('|', '\n');
    Table table = read(quoted.contains("1'234") ? quoted : quoted.replace('\'', '"'));

    assertThat(NumberText.parse(table, table.rows().get(0), 1))
        .isEqualTo(Double.parseDouble(number));
    if (note != null) {
      assertThat(table.notes()).anyMatch(n -> n.what().contains(note));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "week;tv\n1;1,234\n",
        "week;tv\n1;1.234\n",
        "week;tv\n1;12,5\n2;12.5\n",
        "week;tv\n1;1.234\n2;12345\n3;1.5,\n",
        "week\ttv\n1\t1,234\n",
        "week,tv\n1,\"1,234\"\n2,12345\n",
        "week,tv\n1,5%\n2,0.07\n"
      })
  void refusesNumbersThatCanMeanTwoThings(String content) {
    Table table = read(content);

    assertError(
        () -> NumberText.parse(table, table.rows().get(0), 1), "MMM-DATA-008", "data.csv", "rite");
  }

  @Test
  void takesTheDeclaredDecimalMark() {
    ReadingOptions comma = new ReadingOptions(null, null, ',', null, null);
    Table table = new TableReader(comma).read("data.csv", "week;tv\n1;1,234\n");

    assertThat(NumberText.parse(table, table.rows().get(0), 1)).isEqualTo(1.234);
  }

  @Test
  void refusesTwoCurrencies() {
    assertError(() -> read("week,tv,radio\n1,$5,EUR 7\n"), "MMM-DATA-036", "EUR, USD", "Convert");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "1/2/2023|1/9/2023|1/16/2023 ! 2023-01-02",
        "02.01.2023|09.01.2023|16.01.2023 ! 2023-01-02",
        "2-Jan-23|9-Jan-23|16-Jan-23 ! 2023-01-02",
        "Jan 2 2023|Jan 9 2023|Jan 16 2023 ! 2023-01-02",
        "44928|44935|44942 ! 2023-01-02",
        "2023-W01|2023-W02|2023-W03 ! 2023-01-02",
        "20230102|20230109|20230116 ! 2023-01-02",
        "2023-01-02T00:00:00Z|2023-01-09T00:00:00Z|2023-01-16T00:00:00Z ! 2023-01-02",
        "01/02/2023|01/03/2023|01/04/2023|01/05/2023|01/06/2023|01/07/2023|01/08/2023|01/09/2023"
            + "|01/10/2023|01/11/2023|01/12/2023|01/01/2024|01/02/2024 ! 2023-02-01",
        "Jan 2023|Feb 2023|Mar 2023 ! 2023-01-01",
        "2023-01|2023-02|2023-03 ! 2023-01-01",
        "1672617600|1673222400|1673827200 ! 2023-01-02"
      })
  void infersTheFormOfDates(String cells, String first) {
    Table table = read("week,tv\n" + cells.replace("|", ",1\n") + ",1\n");

    assertThat(table.rows().get(0).cells().get(0)).isEqualTo(first);
  }

  @Test
  void asksForTheOrderOfDayAndMonthWhereNothingSettlesIt() {
    Table table = read("week,tv\n1/2/2023,5\n8/3/2023,6\n");

    assertThat(table.unreadable().get("week")).hasMessageContaining("2023-02-01 or 2023-01-02");
    ReadingOptions declared = new ReadingOptions(null, "D/M/Y", null, null, null);
    assertThat(
            new TableReader(declared)
                .read("d.csv", "week,tv\n1/2/2023,5\n8/3/2023,6\n")
                .rows()
                .get(0)
                .cells()
                .get(0))
        .isEqualTo("2023-02-01");
  }

  @Test
  void leavesTotalsTitlesAndRemarksOut() {
    Table table =
        read(
            "Media report,,\nweek,tv,sales\n2023-01-02,5,1\n2023-01-09,6,2\nTotal,11,3\nSource: us,,\n");

    assertThat(table.header()).containsExactly("week", "tv", "sales");
    assertThat(table.rows()).hasSize(2);
    assertThat(table.notes())
        .extracting(DataReport.Finding::code)
        .contains("MMM-DATA-040", "MMM-DATA-063");
  }

  @Test
  void readsPackedFilesAndByteOrderMarks(@TempDir Path folder) throws IOException {
    Path packed = folder.resolve("data.csv.gz");
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("week,tv\n1,5\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(reader.read(packed).rows().get(0).cells()).containsExactly("1", "5");

    Path wide = folder.resolve("wide.csv");
    Files.writeString(wide, "\uFEFFweek,tv\n1,5\n", StandardCharsets.UTF_16LE);
    assertThat(reader.read(wide).header()).containsExactly("week", "tv");

    Path latin = folder.resolve("latin.csv");
    Files.writeString(latin, "week,gr\u00F6\u00DFe\n1,2\n", StandardCharsets.ISO_8859_1);
    ReadingOptions declared =
        new ReadingOptions(StandardCharsets.ISO_8859_1, null, null, null, null);
    assertThat(new TableReader(declared).read(latin).header()).contains("gr\u00F6\u00DFe");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inf", "-Infinity", "1e999"})
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
  @CsvSource({
    "5, 5",
    "-5.25, -5.25",
    "1e3, 1000",
    "+.5, 0.5",
    "2., 2",
    "NA, NaN",
    "null, NaN",
    "nan, NaN",
    "#N/A, NaN",
    "-, NaN"
  })
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
