package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.junit.jupiter.api.Test;

class ConfigExampleTest {
  private static String example() {
    CommandRun run = CommandRun.of("config", "example");
    assertThat(run.exitCode()).isZero();
    return run.out();
  }

  /** Returns the settings that stand in comments as settings. */
  private static String withoutComments(String yaml) {
    return yaml.replaceAll("(?m)^( +)# ", "$1");
  }

  @Test
  void holdsEveryKeyOfTheSchema() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(CommandRun.of("config", "schema").out());
    for (String section : List.of("data", "model", "fit")) {
      JsonNode keys = schema.path("properties").path(section).path("properties");
      assertThat(keys).as(section).isNotEmpty();
      keys.fieldNames()
          .forEachRemaining(key -> assertThat(example()).containsPattern("\\b" + key + ":"));
    }
  }

  @Test
  void canBeReadWithEverySettingInForce() {
    ConfigurationDraft draft =
        new ConfigurationReader().read("example.yaml", withoutComments(example()));
    assertThat(draft.data()).isNotNull();
    assertThat(draft.model().priors()).hasSize(5);
    assertThat(draft.model().weakBeliefs()).isTrue();
    assertThat(draft.model().edges().tiers()).hasSize(2);
    assertThat(draft.model().experiments()).hasSize(1);
    assertThat(draft.fit().quick()).isTrue();
    assertThat(draft.fit().holdout()).isEqualTo(13);
  }
}
