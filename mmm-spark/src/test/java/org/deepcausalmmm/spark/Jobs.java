package org.deepcausalmmm.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.simulation.Scenario;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.WorldFiles;

/** Lists of small jobs. */
final class Jobs {
  private Jobs() {}

  /** Writes a list of jobs, each with a small data set of its own below a directory. */
  static Path write(Path directory, String prefix, List<String> names) throws IOException {
    StringBuilder list = new StringBuilder("name,data,seed,brand\n");
    for (String name : names) {
      Path world = directory.resolve("world-" + name);
      WorldFiles.write(
          Simulator.simulate(
              Scenario.ADDITIVE.spec().toBuilder()
                  .regions(2)
                  .weeks(52)
                  .channels(2)
                  .edges(0)
                  .build(),
              31),
          world);
      list.append("%s,%s%s/data.csv,7,%s\n".formatted(name, prefix, world, name));
    }
    return Files.writeString(directory.resolve("jobs.csv"), list);
  }
}
