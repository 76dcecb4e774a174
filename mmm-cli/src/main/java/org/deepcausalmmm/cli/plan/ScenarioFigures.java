package org.deepcausalmmm.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.cli.base.CliCode;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.optimizer.media.GivenPlan;
import org.deepcausalmmm.report.files.PlanFiles;
import org.deepcausalmmm.report.files.PlanRun;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.plan.PlanDirectory;
import org.jspecify.annotations.Nullable;

/** The figures of a plan that a comparison shows, by name, in order. */
public record ScenarioFigures(String name, Map<String, @Nullable Object> figures) {

  /**
   * Reads a plan's directory.
   *
   * @throws MmmException with code MMM-DATA-301 if it is none
   */
  public static ScenarioFigures read(Path directory) {
    return new ScenarioFigures(
        directory.toString(), figures(directory, PlanDirectory.summaryTree(directory)));
  }

  /** Returns the figures of a plan that was given. */
  public static ScenarioFigures of(String name, Path run, GivenPlan plan) {
    Map<String, @Nullable Object> figures = new LinkedHashMap<>();
    figures.put("run", run.toString());
    figures.put("first week", plan.weeks().get(0));
    figures.put("last week", plan.weeks().get(plan.weeks().size() - 1));
    figures.put("mode", "given");
    figures.put("spend", plan.spend());
    figures.put("outcome", plan.outcome().mean());
    figures.put("outcome lower", plan.outcome().lower());
    figures.put("outcome upper", plan.outcome().upper());
    figures.put("roi", plan.spend() > 0 ? plan.outcome().mean() / plan.spend() : null);
    figures.put("gain", plan.gain().mean());
    figures.put("gain lower", plan.gain().lower());
    figures.put("gain upper", plan.gain().upper());
    figures.put("probability better", plan.probabilityBetter());
    plan.channels().forEach(c -> figures.put("spend " + c.name(), c.optimum()));
    plan.channels().forEach(c -> figures.put("mroi " + c.name(), c.marginal()));
    return new ScenarioFigures(name, figures);
  }

  /**
   * Returns the run of a plan's file, which the summary beside it names.
   *
   * @throws MmmException with code MMM-DATA-302 if there is none, or it is not where it was
   */
  public static Path runOfPlan(Path file) {
    try {
      JsonNode root = new ObjectMapper().readTree(file.resolveSibling(PlanFiles.SUMMARY).toFile());
      if (!root.path("run").isTextual()) {
        throw noRun("%s does not say which run it belongs to.".formatted(file), null);
      }
      String way = root.path("run").asText();
      Path parent = file.getParent();
      return PlanRun.find(parent == null ? Path.of("") : parent, way)
          .orElseThrow(
              () ->
                  noRun(
                      "%s names the run '%s', which has no %s."
                          .formatted(file.resolveSibling(PlanFiles.SUMMARY), way, RunFiles.MODEL),
                      null));
    } catch (IOException e) {
      throw noRun("%s does not say which run it belongs to.".formatted(file), e);
    }
  }

  private static MmmException noRun(String what, @Nullable IOException cause) {
    return CliCode.PLAN_WITHOUT_RUN.error(
        what,
        "Give the run with --run RUN, or keep the file in the directory that 'mmm optimize' wrote.",
        cause);
  }

  private static Map<String, @Nullable Object> figures(Path directory, JsonNode root) {
    Map<String, @Nullable Object> figures = new LinkedHashMap<>();
    JsonNode optimum = root.path("plans").path("optimum");
    String way = root.path("run").asText();
    figures.put("run", PlanRun.find(directory, way).map(Path::toString).orElse(way));
    PeriodWords words = PeriodWords.of(root.path("window").path("period").asText());
    figures.put(words.in("first week"), root.path("window").path("first").asText());
    figures.put(words.in("last week"), root.path("window").path("last").asText());
    figures.put("mode", root.path("mode").asText());
    figures.put("by", root.path("by").asText());
    figures.put("risk", root.path("risk").asText());
    figures.put("budget", number(root.path("budget")));
    figures.put("spend", number(root.path("spend")));
    figures.put("outcome", number(optimum.path("outcome").path("mean")));
    figures.put("outcome lower", number(optimum.path("outcome").path("lower")));
    figures.put("outcome upper", number(optimum.path("outcome").path("upper")));
    figures.put("roi", number(optimum.path("roi")));
    figures.put("gain", number(root.path("gain").path("mean")));
    figures.put("gain lower", number(root.path("gain").path("lower")));
    figures.put("gain upper", number(root.path("gain").path("upper")));
    figures.put("probability better", number(root.path("probabilityBetter")));
    figures.put("guarantee", root.path("guarantee").asText());
    for (JsonNode channel : root.path("channels")) {
      String name = channel.path("channel").asText();
      figures.put("spend " + name, number(channel.path("optimum")));
    }
    for (JsonNode channel : root.path("channels")) {
      String name = channel.path("channel").asText();
      figures.put("mroi " + name, number(channel.path("mroi")));
    }
    return figures;
  }

  private static @Nullable Double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : null;
  }
}
