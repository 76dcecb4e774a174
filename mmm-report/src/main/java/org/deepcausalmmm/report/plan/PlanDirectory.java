package org.deepcausalmmm.report.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.report.files.CsvFile;
import org.deepcausalmmm.report.files.FileDigests;
import org.deepcausalmmm.report.files.PlanFiles;
import org.deepcausalmmm.report.files.RunFileErrors;
import org.deepcausalmmm.report.plan.PlanModel.BudgetPoint;
import org.deepcausalmmm.report.plan.PlanModel.PlannedCurve;
import org.deepcausalmmm.report.plan.PlanModel.PlannedPoint;
import org.deepcausalmmm.report.run.RunVerdict;

/** A directory that {@code mmm optimize} wrote. */
public final class PlanDirectory {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path directory;

  private PlanDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * Reads the files of a plan.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-301 if the directory holds no plan,
   *     MMM-DATA-091 if a file is damaged
   */
  public static PlanModel read(Path directory) {
    PlanDirectory plan = new PlanDirectory(directory);
    JsonNode root = summaryTree(directory);
    FileDigests.verify(directory, root);
    RunVerdict health = root.has("runHealth") ? RunVerdict.fromJson(root.get("runHealth")) : null;
    return new PlanModel(
        plan.summary(root), plan.regions(), plan.curves(), plan.frontier(), health);
  }

  /**
   * Reads {@code summary.json} as a tree.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-301 if it is not that of a plan
   */
  public static JsonNode summaryTree(Path directory) {
    try {
      JsonNode root = JSON.readTree(directory.resolve(PlanFiles.SUMMARY).toFile());
      if (!root.path("plans").has("optimum")) {
        throw RunFileErrors.noPlan(directory, null);
      }
      return root;
    } catch (IOException e) {
      throw RunFileErrors.noPlan(directory, e);
    }
  }

  private PlanSummary summary(JsonNode root) {
    try {
      return PlanSummaryReader.read(root);
    } catch (IllegalArgumentException e) {
      throw RunFileErrors.unreadable(
          directory.resolve(PlanFiles.SUMMARY), new IOException(e.getMessage(), e));
    }
  }

  private int regions() {
    Set<String> regions = new HashSet<>();
    CsvFile.read(
        directory.resolve(PlanFiles.PLAN),
        row -> regions.add(row.has("geo") ? row.text("geo") : ""));
    return regions.size();
  }

  private List<PlannedCurve> curves() {
    Map<String, List<PlannedPoint>> points = new LinkedHashMap<>();
    CsvFile.read(
        directory.resolve(PlanFiles.CURVES),
        row ->
            points
                .computeIfAbsent(row.text("channel"), name -> new ArrayList<>())
                .add(new PlannedPoint(row.number("spend"), row.interval("outcome"))));
    return points.entrySet().stream().map(e -> new PlannedCurve(e.getKey(), e.getValue())).toList();
  }

  private List<BudgetPoint> frontier() {
    List<BudgetPoint> points = new ArrayList<>();
    CsvFile.read(
        directory.resolve(PlanFiles.FRONTIER),
        row ->
            points.add(
                new BudgetPoint(
                    row.number("budget"),
                    row.number("spend"),
                    row.number("outcome"),
                    row.number("upper_bound"))));
    return points;
  }
}
