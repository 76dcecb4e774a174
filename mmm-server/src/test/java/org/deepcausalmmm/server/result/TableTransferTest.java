package org.deepcausalmmm.server.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTransferTest {
  private static final String TABLE =
      """
      geo,time,component,value
      north,2024-01-01,baseline,10
      north,2024-01-01,media:tv,5
      "north, ""old"" and
      new",2024-01-01,media:tv,6
      south,2024-01-08,media:tv_online,7
      south,2024-01-08,media:"tv",8
      """;

  @TempDir private Path directory;

  private String csv(String table, Set<String> channels, Set<String> regions) throws IOException {
    Path file = Files.writeString(directory.resolve("t.csv"), table);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableTransfer.csv(file, new TableFilter(channels, regions, null, null), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void rowsOfAChannelAreThoseOfItsNameAlone() throws IOException {
    assertThat(csv(TABLE, Set.of("tv_online"), Set.of()))
        .isEqualTo("geo,time,component,value\nsouth,2024-01-08,media:tv_online,7\n");
    assertThat(csv(TABLE, Set.of("tv"), Set.of("north")))
        .isEqualTo("geo,time,component,value\nnorth,2024-01-01,media:tv,5\n");
  }

  @Test
  void aNameInQuotesMayHoldCommasQuotesAndLines() throws IOException {
    assertThat(csv(TABLE, Set.of("tv"), Set.of("north, \"old\" and\nnew")))
        .isEqualTo(
            "geo,time,component,value\n\"north, \"\"old\"\" and\nnew\",2024-01-01,media:tv,6\n");
  }

  @Test
  void aFilterOfAColumnThatIsNotThereLetsEverythingThrough() throws IOException {
    assertThat(csv("figure,value\ngain,1\n", Set.of("tv"), Set.of("north")))
        .isEqualTo("figure,value\ngain,1\n");
  }

  @Test
  void anEmptyFileHasNoRows() throws IOException {
    Path file = Files.writeString(directory.resolve("t.csv"), "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableTransfer.json(file, new TableFilter(Set.of(), Set.of(), null, null), out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"columns\":[],\"rows\":[]}");
  }
}
