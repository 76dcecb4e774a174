package org.deepcausalmmm.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.roles.RoleDetector;
import org.deepcausalmmm.data.roles.RoleDraft;
import org.deepcausalmmm.data.source.PreparedData;
import org.deepcausalmmm.data.source.PreparedDataReader;
import org.deepcausalmmm.data.source.RoleChoice;
import org.deepcausalmmm.data.table.SourceAddress;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TableReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads from a real PostgreSQL, of which one is started for the test. */
class PostgresSourceTest {
  private static final String QUERY = "query: SELECT * FROM media.weekly, user: postgres";
  private static EmbeddedPostgres postgres;
  private static Path address = Path.of("");

  @BeforeAll
  static void start() throws IOException, SQLException {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("os.arch").equals("amd64"),
        "the PostgreSQL of the tests is there for Linux on amd64 only");
    postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start();
    address = SourceAddress.path("jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres");
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA media");
      statement.execute(
          """
          CREATE TABLE media.weekly AS
          SELECT DATE '2023-01-02' + 7 * t AS week, g AS geo,
            CAST(900 + t % 11 AS NUMERIC(12, 2)) AS sales,
            CAST(t % 7 AS DOUBLE PRECISION) * 1.5 AS tv_spend,
            CAST(1000000 + t AS BIGINT) AS search_impressions,
            CAST(CASE WHEN t % 5 = 0 THEN NULL ELSE 20.5 END AS REAL) AS price_control,
            t % 9 = 0 AS holiday,
            TIMESTAMPTZ '2023-01-02 10:00+00' + t * INTERVAL '7 days' AS loaded_at
          FROM generate_series(0, 59) t, (VALUES ('north'), ('south')) regions(g)
          ORDER BY g, t
          """);
    }
  }

  @AfterAll
  static void stop() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }

  private static ConfigurationDraft draft(String data) {
    return new ConfigurationReader().read("c.yaml", "data: {" + data + "}");
  }

  @Test
  void readsTheTypesOfTheDatabaseAsAPanel() {
    PreparedData data =
        new PreparedDataReader().read(address, draft(QUERY), new RoleChoice(true, null));

    assertThat(data.table().rows()).hasSize(120);
    assertThat(data.table().rows().get(1).cells())
        .startsWith("2023-01-09", "north", "901.00", "1.5", "1000001", "20.5");
    CheckedPanel read = new PanelReader().read(data.tidy(), 0);
    assertThat(read.panel().regions()).containsExactly("north", "south");
    assertThat(read.panel().kpi()).isEqualTo("sales");
    assertThat(read.panel().channelNames()).contains("tv");
    assertThat(read.panel().outcome()[1][2]).isEqualTo(902);
  }

  @Test
  void writesAConfigurationThatReadsTheSame() {
    ConfigurationDraft query = draft(QUERY);
    Table table = new TableReader(query.preparation().reading()).read(address);

    String yaml =
        RoleDraft.yaml(table, new RoleDetector().draft(table, null), query.preparation().reading());

    assertThat(yaml).contains("SELECT * FROM media.weekly", "user: postgres", "outcome: sales");
    PreparedData again =
        new PreparedDataReader()
            .read(address, new ConfigurationReader().read("c.yaml", yaml), RoleChoice.detected());
    assertThat(again.table().rows()).hasSize(120);
    assertThat(again.configuration().data().outcome()).isEqualTo("sales");
  }

  @Test
  void saysWhatTheDatabaseSays() {
    assertThatThrownBy(
            () ->
                new PreparedDataReader()
                    .read(
                        address,
                        draft("query: SELECT * FROM nowhere, user: postgres"),
                        RoleChoice.detected()))
        .hasMessageContaining("could not be read")
        .hasMessageContaining("nowhere");
    assertThatThrownBy(
            () ->
                new PreparedDataReader()
                    .read(
                        address,
                        draft("query: DROP TABLE media.weekly RETURNING 1, user: postgres"),
                        RoleChoice.detected()))
        .hasMessageContaining("could not be read");
    readsTheTypesOfTheDatabaseAsAPanel();
  }
}
