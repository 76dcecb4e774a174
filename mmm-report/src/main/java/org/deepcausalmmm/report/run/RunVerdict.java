package org.deepcausalmmm.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.report.files.RunFileErrors;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.text.Human;

/**
 * The worst verdict of a run's health checks, for everything that is built on the run.
 *
 * @param verdict pass, review or fail
 * @param checks the checks that have that verdict; empty if all pass
 */
public record RunVerdict(String verdict, List<String> checks) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public RunVerdict {
    checks = List.copyOf(checks);
  }

  /**
   * Reads the verdict of a run.
   *
   * @return empty if the directory has no summary
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-091 if the summary is damaged
   */
  public static Optional<RunVerdict> of(Path run) {
    Path summary = run.resolve(RunFiles.SUMMARY);
    if (!Files.isRegularFile(summary)) {
      return Optional.empty();
    }
    try {
      return Optional.of(worst(JSON.readTree(summary.toFile()).path("health")));
    } catch (IOException e) {
      throw RunFileErrors.unreadable(summary, e);
    }
  }

  /** Returns the verdict of a summary. */
  public static RunVerdict of(Summary summary) {
    return worst(JSON.valueToTree(summary.health()));
  }

  /** Returns the worst of some checks, each with the keys {@code check} and {@code verdict}. */
  public static RunVerdict worst(JsonNode health) {
    for (String verdict : List.of("fail", "review")) {
      List<String> checks = new ArrayList<>();
      for (JsonNode check : health) {
        if (check.path("verdict").asText().equals(verdict)) {
          checks.add(check.path("check").asText());
        }
      }
      if (!checks.isEmpty()) {
        return new RunVerdict(verdict, checks);
      }
    }
    return new RunVerdict("pass", List.of());
  }

  /** Returns the verdict as a tree, for the summary of what is built on the run. */
  public ObjectNode toJson() {
    ObjectNode node = JSON.createObjectNode().put("verdict", verdict);
    ArrayNode names = node.putArray("checks");
    checks.forEach(names::add);
    return node;
  }

  /** Reads what {@link #toJson} wrote. */
  public static RunVerdict fromJson(JsonNode node) {
    List<String> checks = new ArrayList<>();
    node.path("checks").forEach(check -> checks.add(check.asText()));
    return new RunVerdict(node.path("verdict").asText(), checks);
  }

  /** Returns whether all checks pass. */
  public boolean passed() {
    return checks.isEmpty();
  }

  /** Returns whether a check fails. */
  public boolean failed() {
    return verdict.equals("fail");
  }

  /** Returns the verdict in a few words. */
  public String words() {
    return switch (verdict) {
      case "fail" -> "Do not act on this yet";
      case "review" -> "Use with care";
      default -> "No warning signs";
    };
  }

  /** Returns the verdict as a sentence. */
  public String sentence() {
    List<String> names = checks.stream().map(Human::words).toList();
    return switch (verdict) {
      case "fail" ->
          "Health checks of the run fail (%s): do not act on its figures before they are resolved."
              .formatted(String.join(", ", names));
      case "review" ->
          "Health checks of the run need review (%s): use its figures with care."
              .formatted(String.join(", ", names));
      default -> "All health checks of the run pass.";
    };
  }
}
