package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deepcausalmmm.core.plugin.ComponentKind;
import org.deepcausalmmm.core.plugin.project.ProjectGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that writes the project of a new plugin. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Write a Maven project with a plugin that works and a test of its contract.")
final class NewPlugin implements Callable<Integer> {
  /** The system property with the Maven repository of the plugin interfaces. */
  private static final String REPOSITORY = "mmm.repository";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      description = "temporal, structure, saturation, loss or prior.")
  private ComponentKind kind = ComponentKind.SATURATION;

  @Option(
      names = "--id",
      required = true,
      paramLabel = "ID",
      description =
          "The id of the plugin, for 'type:' in configurations: lower-case words joined by hyphens.")
  private String id = "";

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "The directory to write (default: the id).")
  private @Nullable Path directory;

  @Override
  public Integer call() {
    Path repository = Path.of(System.getProperty(REPOSITORY, "no repository"));
    ProjectGenerator generator = ProjectGenerator.of(kind, id);
    Path target = directory == null ? Path.of(id) : directory;
    generator.write(
        target, Files.isDirectory(repository) ? Optional.of(repository) : Optional.empty());
    PrintWriter out = spec.commandLine().getOut();
    out.println("Wrote " + target + ". Next: cd " + target + " && mvn verify");
    out.flush();
    return 0;
  }
}
