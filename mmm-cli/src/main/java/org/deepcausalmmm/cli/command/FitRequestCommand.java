package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.deepcausalmmm.cli.engine.PanelProtocol;
import org.deepcausalmmm.cli.run.RunErrors;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.modelfile.FitRequestFile;
import org.deepcausalmmm.core.modelfile.ModelWriter;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.Components;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that meets the request of another process: a fit to a panel. */
@Command(
    name = PanelProtocol.COMMAND,
    hidden = true,
    description = "Fit what a request file asks for; an executor of many fits starts this.")
final class FitRequestCommand implements Callable<Integer> {
  private final Supplier<Components> components;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FILE", description = "The request.")
  private Path file = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "MODEL", description = "The model file.")
  private Path out = Path.of("");

  FitRequestCommand(Supplier<Components> components) {
    this.components = components;
  }

  @Override
  public Integer call() {
    Fitter fitter = new Fitter(new ComponentCreator(components.get()));
    try (ProgressDisplay display = ProgressDisplay.on(spec.commandLine().getErr(), false)) {
      FittedModel fitted = FitRequestFile.read(file).run(fitter, display);
      new ModelWriter(fitter).write(fitted, out);
    } catch (IOException e) {
      throw RunErrors.notWritten(out.toAbsolutePath().normalize(), e);
    }
    return 0;
  }
}
