package org.deepcausalmmm.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.report.files.CompleteFile;
import org.deepcausalmmm.report.files.RunFileErrors;
import org.deepcausalmmm.report.files.RunFiles;

/** The update of the health checks in a finished run's {@code summary.json}. */
public final class SummaryUpdate {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SummaryUpdate() {}

  /**
   * Puts checks into the list: in the place of those with the same name, or at the end.
   *
   * @throws org.deepcausalmmm.api.MmmException if there is no such run or it cannot be written
   */
  public static void addHealth(Path run, List<HealthCheck> checks) {
    Path file = run.resolve(RunFiles.SUMMARY);
    ObjectNode root = read(file);
    ArrayNode health = root.withArray("health");
    for (HealthCheck check : checks) {
      ObjectNode node = SummaryJson.of(check);
      int at = indexOf(health, check.check());
      if (at < 0) {
        health.add(node);
      } else {
        health.set(at, node);
      }
    }
    CompleteFile.write(file, partial -> RunWriter.json(partial, root));
  }

  private static ObjectNode read(Path file) {
    try {
      JsonNode root = JSON.readTree(file.toFile());
      if (root instanceof ObjectNode object) {
        return object;
      }
      throw RunFileErrors.unreadable(file, null);
    } catch (IOException e) {
      throw RunFileErrors.unreadable(file, e);
    }
  }

  private static int indexOf(ArrayNode health, String check) {
    for (int i = 0; i < health.size(); i++) {
      if (health.get(i).path("check").asText().equals(check)) {
        return i;
      }
    }
    return -1;
  }
}
