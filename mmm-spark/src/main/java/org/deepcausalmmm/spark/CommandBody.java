package org.deepcausalmmm.spark;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.deepcausalmmm.cli.command.CommandRunner;

/** The commands of the application, with the plugins that were shipped to the executor. */
final class CommandBody implements TaskBody {
  /** The property of Spark that names the archive in which plugins are shipped. */
  static final String PLUGINS = "spark.mmm.plugins";

  private static final long serialVersionUID = 1L;

  @Override
  public String run(List<String> arguments, OutputStream log, OutputStream progress) {
    // Figures and messages must not depend on where the program runs.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    List<String> line = new ArrayList<>();
    String plugins = SparkEnv.get().conf().get(PLUGINS, "");
    if (!plugins.isEmpty()) {
      line.add("--plugins");
      line.add(Path.of(SparkFiles.get(plugins)).toString());
    }
    line.addAll(arguments);
    return CommandRunner.run(line, log, progress);
  }
}
