package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.deepcausalmmm.cli.experiment.ReadingWriter;
import org.deepcausalmmm.cli.run.DirectoryKind;
import org.deepcausalmmm.cli.run.RunDirectory;
import org.deepcausalmmm.cli.run.RunErrors;
import org.deepcausalmmm.data.config.ExperimentConfig;
import org.deepcausalmmm.experiment.reading.LiftReader;
import org.deepcausalmmm.experiment.reading.LiftReading;
import org.deepcausalmmm.experiment.reading.MethodReading;
import org.deepcausalmmm.experiment.reading.ReadingRequest;
import org.deepcausalmmm.experiment.series.GeoSeries;
import org.deepcausalmmm.experiment.series.TestWindow;
import org.deepcausalmmm.report.files.ExperimentFiles;
import org.deepcausalmmm.report.text.Human;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that reads the lift of a geo experiment. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Read the lift of a geo experiment, with interval and checks.")
final class ReadExperiment implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private GeoParameters data = new GeoParameters();

  @Option(
      names = "--treated",
      required = true,
      split = ",",
      converter = RegionName.class,
      paramLabel = "R1,R2",
      description = "The treated regions.")
  private List<String> treated = new ArrayList<>();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      description = "The first day or week of the treatment.")
  private String from = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DATE",
      description = "The last day or week of the treatment.")
  private String to = "";

  @Option(
      names = "--cool-down",
      paramLabel = "N",
      description = "Days or weeks after the test that still count (default: ${DEFAULT-VALUE}).")
  private int coolDown;

  @Option(
      names = "--before",
      paramLabel = "N",
      description = "Days or weeks before the test to learn from (default: 52 weeks or 182 days).")
  private @Nullable Integer before;

  @Option(
      names = "--exclude",
      split = ",",
      converter = RegionName.class,
      paramLabel = "R3",
      description = "Regions not to use as controls.")
  private List<String> excluded = new ArrayList<>();

  @Option(
      names = "--near",
      split = ",",
      converter = RegionName.class,
      paramLabel = "R4",
      description = "Regions that the treatment may spill over into: tested, not used as controls.")
  private List<String> near = new ArrayList<>();

  @Option(
      names = "--channel",
      paramLabel = "C",
      description = "The tested channel, as the model's configuration names it.")
  private @Nullable String channel;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "go-dark, holdback, heavy-up or switchback (default: inferred from the change of spend).")
  private @Nullable String kind;

  @Option(
      names = "--placebos",
      paramLabel = "N",
      defaultValue = "199",
      description = "The number of placebo groups (default: ${DEFAULT-VALUE}).")
  private int placebos;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of the choice of placebo groups (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The directory to write the reading to.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Replace an existing directory of this kind.")
  private boolean force;

  @Override
  public Integer call() {
    requireCounts();
    try (RunDirectory directory =
        RunDirectory.create(out, DirectoryKind.READING, force, data.file)) {
      GeoSeries series = data.read(channel);
      TestWindow window = window(series);
      LiftReading reading =
          LiftReader.read(
              series, new ReadingRequest(treated, excluded, near, window, placebos, seed));
      ExperimentConfig entry = entry(reading, series);
      ReadingWriter.write(reading, series.periods(), entry, directory.path());
      directory.complete();
      print(reading, directory.target());
      return 0;
    } catch (IOException e) {
      throw RunErrors.notWritten(out, e);
    }
  }

  private void requireCounts() {
    if (coolDown < 0 || placebos < 1 || (before != null && before < 1)) {
      throw new ParameterException(
          spec.commandLine(),
          "--cool-down must be at least 0, --before and --placebos at least 1.");
    }
  }

  private TestWindow window(GeoSeries series) {
    int first = series.period(from);
    int last = series.period(to);
    int end = Math.min(series.periods().size(), last + 1 + coolDown);
    int history = before == null ? ExperimentDefaults.history(series.periods()) : before;
    return new TestWindow(Math.max(0, first - history), first, last + 1, end);
  }

  private ExperimentConfig entry(LiftReading reading, GeoSeries series) {
    String tested = channel == null ? "CHANNEL" : channel;
    return new ExperimentConfig(
        tested + " " + from,
        tested,
        new ExperimentConfig.Treatment(
            ExperimentDefaults.kind(kind, reading.spend()),
            treated,
            series.periods().get(reading.window().from()),
            series.periods().get(reading.window().to() - 1),
            reading.window().end() - reading.window().to(),
            reading.spend().known()
                ? new ExperimentConfig.TestSpend(
                    ExperimentDefaults.rounded(reading.spend().actual()),
                    ExperimentDefaults.rounded(reading.spend().without()))
                : null),
        new ExperimentConfig.ExperimentResult(
            ExperimentDefaults.rounded(reading.synthetic().lift().mean()),
            ExperimentDefaults.rounded(reading.synthetic().standardError()),
            "mmm experiment read " + data.file.getFileName()));
  }

  private void print(LiftReading reading, Path target) {
    PrintWriter terminal = spec.commandLine().getOut();
    line(terminal, "Augmented synthetic control", reading.synthetic(), reading);
    line(terminal, "Time-based regression", reading.regression(), reading);
    if (reading.spend().known()) {
      terminal.printf(
          "Spend: %s in place of %s; lift per unit of changed spend %s.%n",
          Human.number(reading.spend().actual()),
          Human.number(reading.spend().without()),
          Human.number(reading.synthetic().lift().mean() / reading.spend().difference()));
    }
    terminal.printf("Entry for a configuration: %s%n", target.resolve(ExperimentFiles.ENTRY));
    terminal.flush();
    PrintWriter err = spec.commandLine().getErr();
    reading.findings().forEach(f -> err.println(f.code() + ": " + f.what() + " " + f.advice()));
    err.flush();
  }

  private static void line(
      PrintWriter terminal, String name, MethodReading method, LiftReading reading) {
    terminal.printf(
        Locale.ROOT,
        "%-28s lift %s (%+.1f%%), p = %.3f; error before the test %.1f%%.%n",
        name,
        Human.signedRange(method.lift()),
        100 * method.lift().mean() / reading.withoutTreatment(),
        method.p(),
        100 * method.blockError());
  }
}
