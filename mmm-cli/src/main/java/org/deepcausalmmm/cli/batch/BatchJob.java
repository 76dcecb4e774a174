package org.deepcausalmmm.cli.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.deepcausalmmm.data.table.SourceAddress;

/**
 * One line of a list of jobs: a fit and the name of its run.
 *
 * @param name unique in the batch, usable as the name of a directory
 * @param data the file or directory of data, or the path that stands for an address
 * @param config the configuration; empty if the roles shall be detected
 * @param seed the seed over the configuration's
 * @param holdout the holdout in weeks over the configuration's
 * @param quick whether a quick fit is asked for
 * @param brand what the run is of; the name if the list has no such column
 * @param market where; blank if the list has no such column
 */
public record BatchJob(
    String name,
    Path data,
    Optional<Path> config,
    OptionalLong seed,
    OptionalInt holdout,
    boolean quick,
    String brand,
    String market) {
  /** Returns the data as an argument of a command: a path or an address. */
  String dataArgument() {
    return argument(data);
  }

  private static String argument(Path path) {
    return SourceAddress.is(path) ? SourceAddress.address(path) : path.toString();
  }

  /** Returns the options of the fit, as on the command line. */
  List<String> options() {
    List<String> options = new ArrayList<>();
    config.ifPresent(file -> add(options, "--config", argument(file)));
    seed.ifPresent(value -> add(options, "--seed", value));
    holdout.ifPresent(value -> add(options, "--holdout", value));
    if (quick) {
      options.add("--quick");
    }
    return options;
  }

  private static void add(List<String> options, String option, Object value) {
    options.add(option);
    options.add(value.toString());
  }
}
