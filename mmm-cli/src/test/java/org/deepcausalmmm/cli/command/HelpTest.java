package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HelpTest {
  private static Stream<CommandLine> withSubcommands(CommandLine line) {
    return Stream.concat(
        Stream.of(line),
        line.getSubcommands().values().stream().flatMap(HelpTest::withSubcommands));
  }

  /** Lines are broken where the terminal is full, and percent signs must not be taken for more. */
  @Test
  void everyOptionOfEveryCommandIsDescribedInOneTextThatCanBeShown() {
    ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    PrintStream err = System.err;
    System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
    try {
      assertThat(withSubcommands(CommandTree.create(Services.bundled())))
          .hasSizeGreaterThan(15)
          .allSatisfy(command -> assertThat(command.getUsageMessage()).isNotBlank())
          .flatMap(command -> command.getCommandSpec().args())
          .allSatisfy(argument -> assertThat(argument.description()).hasSize(1));
    } finally {
      System.setErr(err);
    }
    assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void theHelpOfTheApplicationNamesTheExitCodes() {
    CommandRun help = CommandRun.of("--help");
    assertThat(help.exitCode()).isZero();
    assertThat(Arrays.asList(help.out().split("\n")))
        .last()
        .asString()
        .contains("2 wrong usage, 3 data, 4 configuration, 5 plugin, 6 fit, 1 other");
  }

  @Test
  void helpIsAlsoGivenToWhoAsksForItAsACommand() {
    CommandRun help = CommandRun.of("help", "recover");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).isEqualTo(CommandRun.of("recover", "--help").out());
  }
}
