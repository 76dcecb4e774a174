package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deepcausalmmm.core.plugin.PluginChecker;
import org.deepcausalmmm.core.plugin.PluginInstaller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that installs a plugin. */
@Command(
    name = "install",
    mixinStandardHelpOptions = true,
    description = "Check a plugin and install it. Installing a plugin runs its code.")
final class InstallPlugin implements Callable<Integer> {
  private final PluginDirectory plugins;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "JAR",
      description = "The jar, or a directory with the jars of one plugin.")
  private Path jar = Path.of("");

  @Option(names = "--replace", description = "Replace another version of the plugin.")
  private boolean replace;

  InstallPlugin(PluginDirectory plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() {
    Path directory = plugins.toInstallInto();
    if (directory == null) {
      throw new ParameterException(
          spec.commandLine(), "No installation was found. Name its directory with --plugins DIR.");
    }
    PluginChecker checker = new PluginChecker(plugins.components());
    Path installed = new PluginInstaller(directory, checker).install(jar, replace);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Installed in " + installed + ".");
    out.flush();
    return 0;
  }
}
