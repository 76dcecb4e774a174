package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.cli.run.DirectoryKind;
import org.deepcausalmmm.cli.run.RunDirectory;
import org.deepcausalmmm.validation.MarkedSection;
import org.deepcausalmmm.validation.RecoveryTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that check recovery: where they write their tables. */
final class TrialOutput {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The directory to write the tables to.")
  private Path out = Path.of("");

  @Option(
      names = "--update",
      paramLabel = "FILE",
      description =
          "A text file whose marked section is replaced by the table: 'recovery' by recover, "
              + "'recovery-earlier' with --earlier-weeks, 'ablation' by ablate.")
  private @Nullable Path update;

  @Option(names = "--force", description = "Replace an existing directory of this kind.")
  private boolean force;

  RunDirectory directory() {
    return RunDirectory.create(out, DirectoryKind.TRIAL, force);
  }

  /**
   * Returns the section to replace, if one is asked for.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-USAGE-082 if the text lacks it
   */
  Optional<MarkedSection> section(String name) {
    Optional<MarkedSection> section =
        Optional.ofNullable(update).map(text -> new MarkedSection(text, name));
    section.ifPresent(MarkedSection::require);
    return section;
  }

  /** Prints a table, and writes it into the section. */
  static void show(
      List<List<String>> cells, PrintWriter terminal, Optional<MarkedSection> section) {
    RecoveryTable.aligned(cells).forEach(terminal::println);
    section.ifPresent(s -> s.replace(RecoveryTable.markdown(cells)));
  }
}
