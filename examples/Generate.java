import java.nio.file.Path;
import java.util.Locale;
import org.deepcausalmmm.core.plugin.ComponentKind;
import org.deepcausalmmm.core.plugin.project.ProjectGenerator;

/** Writes the project of a plugin: KIND ID DIRECTORY. */
class Generate {
  public static void main(String[] arguments) {
    ComponentKind kind = ComponentKind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
    ProjectGenerator.generate(kind, arguments[1], Path.of(arguments[2]));
  }
}
