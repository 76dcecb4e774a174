package org.deepcausalmmm.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deepcausalmmm.data.table.Table.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactRowsTest {

  /** Returns rows with a few texts, many texts, and texts of several bytes a letter. */
  private static List<Row> rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          new Row(
              2 * i + 1,
              List.of(
                  "g" + random.nextInt(5),
                  Double.toString(random.nextDouble()),
                  i % 3 == 0 ? "" : "Stra\u00DFe \u20AC " + random.nextInt(2000))));
    }
    return rows;
  }

  @Property(tries = 20)
  void holdsTheRowsThatItWasGiven(@ForAll @IntRange(max = 5000) int count, @ForAll long seed) {
    List<Row> rows = rows(count, seed);
    CompactRows compact = CompactRows.of(rows);

    assertThat(compact).hasSameSizeAs(rows);
    for (int i = 0; i < count; i++) {
      assertThat(compact.get(i).line()).isEqualTo(rows.get(i).line());
      assertThat(compact.get(i).cells()).isEqualTo(rows.get(i).cells());
    }
  }

  @Property(tries = 10)
  void countsTextsAndAppliesForms(@ForAll @IntRange(min = 10, max = 3000) int count) {
    List<Row> rows = rows(count, count);
    CompactRows part = CompactRows.of(rows).slice(3, count - 2, List.of(2, 0));
    Map<String, Integer> counts = new HashMap<>();
    part.forEach(0, (text, times) -> counts.merge(text, times, Integer::sum));
    UnaryOperator<String> upper = text -> text.toUpperCase(java.util.Locale.ROOT);
    BitSet first = new BitSet();
    first.set(0);
    CompactRows mapped = part.mapped(List.of(UnaryOperator.identity(), upper)).without(first);

    assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(count - 5);
    assertThat(mapped).hasSize(count - 6);
    assertThat(mapped.get(0).cells())
        .containsExactly(rows.get(4).cells().get(2), upper.apply(rows.get(4).cells().get(0)));
    assertThat(mapped.get(0).line()).isEqualTo(rows.get(4).line());
  }

  @Test
  void keepsTheWidthsOfRaggedRows() {
    CompactRows.Builder builder = new CompactRows.Builder();
    builder.row(1, List.of("a", "b"));
    builder.row(2, List.of("1", "2", "3"));
    CompactRows rows = builder.build();

    assertThat(rows.get(0).cells()).containsExactly("a", "b");
    assertThat(rows.width(1)).isEqualTo(3);
  }

  @Test
  void refusesARowThatNeverEnds(@TempDir Path directory) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("open.csv"), "week,tv\n1,\"" + "z,\n".repeat(2_000_000));

    assertThatThrownBy(() -> new TableReader().read(file))
        .hasMessageContaining("a quotation mark is opened and never closed");
  }

  @Test
  void tellsHowFarItIsInALargeFile(@TempDir Path directory) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("large.csv"),
            "week,tv,note\n" + ("1,2," + "z".repeat(4000) + "\n").repeat(5000));
    List<Long> read = new ArrayList<>();

    new TableReader().reporting((bytes, total) -> read.add(100 * bytes / total)).read(file);

    assertThat(read).isNotEmpty().isSorted().allSatisfy(p -> assertThat(p).isBetween(1L, 100L));
  }
}
