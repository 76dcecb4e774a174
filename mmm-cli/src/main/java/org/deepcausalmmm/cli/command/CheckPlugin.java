package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.core.plugin.PluginChecker;
import org.deepcausalmmm.core.plugin.PluginReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that checks a plugin against every rule. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Check a plugin against every rule; exit code 5 if it breaks one. Runs the code of a plugin"
            + " that obeys the rules which can be checked without.")
final class CheckPlugin implements Callable<Integer> {
  private final PluginDirectory plugins;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "JAR",
      description = "The jar, or a directory with the jars of one plugin.")
  private Path jar = Path.of("");

  CheckPlugin(PluginDirectory plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() {
    PluginReport report = new PluginChecker(plugins.components()).check(jar);
    PrintWriter out = spec.commandLine().getOut();
    report.lines().forEach(out::println);
    out.flush();
    return report.passed() ? 0 : ErrorKind.PLUGIN.exitCode();
  }
}
