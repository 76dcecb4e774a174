package org.deepcausalmmm.server.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.store.StoredResult;

/** What a refresh has changed that somebody should know. */
final class RunChanges {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private RunChanges() {}

  /** Returns a sentence for each verdict that changed and each ROI that left its interval. */
  static List<String> between(StoredResult before, StoredResult after, Path directory)
      throws IOException {
    List<String> changes = new ArrayList<>();
    Map<String, String> earlier = verdicts(before);
    verdicts(after)
        .forEach(
            (check, verdict) -> {
              String was = earlier.get(check);
              if (was != null && !was.equals(verdict)) {
                changes.add("Health check %s: %s, was %s.".formatted(check, verdict, was));
              }
            });
    Path table = directory.resolve(RunFiles.REFRESH);
    if (Files.isRegularFile(table)) {
      changes.addAll(roiOutside(table));
    }
    return changes;
  }

  private static Map<String, String> verdicts(StoredResult result) {
    Map<String, String> verdicts = new HashMap<>();
    for (JsonNode check : Json.stored(result.summary()).path("health")) {
      verdicts.put(check.path("check").asText(), check.path("verdict").asText());
    }
    return verdicts;
  }

  private static List<String> roiOutside(Path table) throws IOException {
    List<String> changes = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(table, StandardCharsets.UTF_8);
        CSVParser parser = FORMAT.parse(reader)) {
      for (CSVRecord row : parser) {
        if (row.get("inside").equals("false")) {
          changes.add(
              "ROI of %s: %s, outside its earlier interval %s to %s."
                  .formatted(
                      row.get("channel"),
                      row.get("roi"),
                      row.get("roi_before_lower"),
                      row.get("roi_before_upper")));
        }
      }
    }
    return changes;
  }
}
