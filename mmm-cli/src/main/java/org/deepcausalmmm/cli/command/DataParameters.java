package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.deepcausalmmm.data.source.RoleChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options that name the data and their configuration. */
final class DataParameters {
  /** A comma with an even number of quotation marks behind it. */
  private static final Pattern QUOTED = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "DATA.csv",
      converter = DataConverter.class,
      description =
          "Weekly data, one row per week: a file, a directory of files, or a database at jdbc:...")
  Path file = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "C.yaml",
      converter = DataConverter.class,
      description = "The roles of columns and the model (default: roles are detected).")
  private @Nullable Path config;

  @Option(
      names = "--accept-roles",
      description = "Leave out columns that may be channels, instead of asking.")
  private boolean acceptRoles;

  @Option(
      names = "--outcome",
      paramLabel = "COLUMN",
      description =
          "The column of the outcome, over the configuration. A fit takes several, as A,B: one run"
              + " each, in a directory of its own below --out.")
  private @Nullable String outcome;

  /** Returns the roles under the outcome that the command takes. */
  RoleChoice roles() {
    if (outcomes().size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--outcome takes several columns in mmm fit only.");
    }
    return new RoleChoice(acceptRoles, outcomes().stream().findFirst().orElse(null));
  }

  /** Returns the roles under one of the outcomes; the others play no role. */
  RoleChoice roles(String one) {
    return new RoleChoice(
        acceptRoles, one, outcomes().stream().filter(o -> !o.equals(one)).toList());
  }

  /** Returns the columns that --outcome names; a name with a comma stands in quotation marks. */
  List<String> outcomes() {
    if (outcome == null) {
      return List.of();
    }
    List<String> names =
        QUOTED.splitAsStream(outcome).map(name -> name.strip().replaceAll("^\"|\"$", "")).toList();
    if (names.contains("") || new HashSet<>(names).size() < names.size()) {
      throw new ParameterException(
          spec.commandLine(), "--outcome names a column twice, or none: '%s'.".formatted(outcome));
    }
    return names;
  }

  Optional<Path> config() {
    return Optional.ofNullable(config);
  }

  /** Returns the files that the command reads. */
  Path[] inputs() {
    return config == null ? new Path[] {file} : new Path[] {file, config};
  }
}
