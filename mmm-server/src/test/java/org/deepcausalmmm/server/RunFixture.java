package org.deepcausalmmm.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a small run, as the commands write them. */
final class RunFixture {
  static final String CHANNELS =
      "channel,spend,roi,roi_lower,roi_upper,evidence\n"
          + "tv,60000.5,2.1,1.5,2.8,strong\n"
          + "search,30000,,,,weak\n";

  private RunFixture() {}

  /** Files as large as those of a fit with 20 regions, two years and eight channels. */
  private static void writeLarge(Path result) throws IOException {
    StringBuilder csv = new StringBuilder("geo,time,component,value\n");
    for (int r = 0; r < 20; r++) {
      for (int t = 0; t < 104; t++) {
        for (int c = 0; c < 10; c++) {
          csv.append("region-").append(r).append(',').append("%04d".formatted(2000 + t));
          csv.append(",media:channel-").append(c).append(',').append(r * 1000.25 + t * c);
          csv.append('\n');
        }
      }
    }
    Files.writeString(result.resolve("contributions.csv"), csv);
    Files.writeString(
        result.resolve("report.html"),
        "<!doctype html><title>Report</title>" + "x".repeat(1_500_000));
  }

  static void write(Path result, String line) throws IOException {
    Files.createDirectories(result);
    Files.writeString(
        result.resolve("summary.json"),
        "{\"format\":1,\"mediaShare\":{\"mean\":0.3,\"lower\":0.2,\"upper\":0.4},"
            + "\"health\":[{\"check\":\"convergence\",\"verdict\":\"pass\"},"
            + "{\"check\":\"evidence\",\"verdict\":\""
            + (line.contains("--refresh") ? "fail" : "review")
            + "\"}]}");
    if (line.contains("--refresh")) {
      Files.writeString(
          result.resolve("refresh.csv"),
          "channel,roi_before,roi_before_lower,roi_before_upper,roi,roi_lower,roi_upper,change,"
              + "inside\ntv,2.1,1.5,2.8,9.9,9,10,3.7,false\nsearch,3,2,4,3.1,2,4,0.03,true\n");
    }
    Files.writeString(result.resolve("report.html"), "<!doctype html><title>Report</title>");
    if (line.startsWith("optimize")) {
      Files.writeString(result.resolve("plan.csv"), "week,channel,spend\n2025-03-03,tv,1000\n");
    } else if (line.startsWith("forecast")) {
      Files.writeString(
          result.resolve("forecast.csv"), "geo,time,expected\nnational,2025-03-03,1\n");
    } else {
      Files.writeString(result.resolve("channels.csv"), CHANNELS);
      Files.writeString(
          result.resolve("contributions.csv"),
          "geo,time,component,value\n"
              + "north,2024-01-01,baseline,10\n"
              + "north,2024-01-01,media:tv,5\n"
              + "south,2024-01-08,media:tv,6\n"
              + "south,2024-01-08,media:search,7\n");
      if (line.contains("--seed=42")) {
        writeLarge(result);
      }
      Files.writeString(result.resolve("model.mmm"), "model");
      Files.writeString(result.resolve("config.yaml"), "data: {}\n");
    }
  }
}
