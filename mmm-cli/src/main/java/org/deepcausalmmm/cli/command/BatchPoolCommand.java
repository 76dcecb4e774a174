package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deepcausalmmm.cli.batch.BatchDirectory;
import org.deepcausalmmm.cli.batch.BatchPool;
import org.deepcausalmmm.report.html.PortfolioWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that pools the ROI of a batch over its brands. */
@Command(
    name = "pool",
    mixinStandardHelpOptions = true,
    description =
        "Pool ROI over the brands of a batch: figures with little evidence move towards those of"
            + " their channel, beside the figures of each run.")
final class BatchPoolCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      converter = DataConverter.class,
      description = "The directory of a batch.")
  private Path path = Path.of("");

  @Override
  public Integer call() {
    try (BatchDirectory directory = BatchDirectory.existing(path)) {
      PrintWriter terminal = spec.commandLine().getOut();
      BatchPool.write(directory.path()).forEach(terminal::println);
      terminal.flush();
      PortfolioWriter.write(directory.path());
      directory.publish();
    }
    return 0;
  }
}
