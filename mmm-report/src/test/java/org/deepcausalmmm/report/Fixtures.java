package org.deepcausalmmm.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Copies of result directories that the command line wrote. */
public final class Fixtures {
  private Fixtures() {}

  /** Copies the directory {@code run} or {@code plan}. */
  public static Path copy(String name, Path parent) {
    try {
      Path source = Path.of(Objects.requireNonNull(Fixtures.class.getResource(name)).toURI());
      Path target = Files.createDirectory(parent.resolve(name));
      try (Stream<Path> files = Files.list(source)) {
        for (Path file : files.toList()) {
          Files.copy(file, target.resolve(file.getFileName()));
        }
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a backtest of two origins and one region, as earlier versions did, without digests. */
  public static Path backtest(Path parent) throws IOException {
    Path directory = Files.createDirectory(parent.resolve("backtest"));
    Files.writeString(
        directory.resolve("summary.json"),
        """
        {"format":1,"version":"1","horizon":2,
         "pooled":{"cells":4,"rmse":2,"wmape":0.02,"coverage90":0.75,"againstNaive":0.5,
           "naive":{"last_value":{"rmse":4},"seasonal":{"rmse":null}}},
         "byHorizon":[{"ahead":"1-2","cells":4,"rmse":2,"wmape":0.02,"coverage90":0.75,
           "againstNaive":0.5,"naive":{}}],
         "byOrigin":[{"origin":"2024-01-01","trainWeeks":60,"rmse":1,"naive":{}},
           {"origin":"2024-02-05","trainWeeks":65,"rmse":3,"naive":{}}],
         "roiStability":[{"channel":"tv","metric":"roi","mean":2,"variation":0.25,
           "largestMove":0.4,"insideShare":0.5}]}
        """);
    Files.write(
        directory.resolve("backtest.csv"),
        List.of(
            "origin,geo,time,ahead,actual,predicted,lower,upper,sd,last_value",
            "2024-01-01,national,2024-01-01,1,100,101,98,104,2,99",
            "2024-01-01,national,2024-01-08,2,102,101,98,104,2,99",
            "2024-02-05,national,2024-02-05,1,110,107,104,109,2,102",
            "2024-02-05,national,2024-02-12,2,108,111,108,114,2,102"));
    Files.write(
        directory.resolve("roi_stability.csv"),
        List.of(
            "channel,origin,roi,roi_lower,roi_upper",
            "tv,2024-01-01,2.4,1.1,3.9",
            "tv,2024-02-05,1.6,0.9,2.2"));
    return directory;
  }
}
