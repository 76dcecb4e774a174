package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.deepcausalmmm.cli.experiment.ChannelOfRun;
import org.deepcausalmmm.cli.experiment.DesignWriter;
import org.deepcausalmmm.cli.run.DirectoryKind;
import org.deepcausalmmm.cli.run.RunDirectory;
import org.deepcausalmmm.cli.run.RunErrors;
import org.deepcausalmmm.experiment.design.DesignRequest;
import org.deepcausalmmm.experiment.design.DesignTable;
import org.deepcausalmmm.experiment.design.Designer;
import org.deepcausalmmm.experiment.design.ExperimentDesign;
import org.deepcausalmmm.experiment.series.GeoSeries;
import org.deepcausalmmm.report.files.ExperimentFiles;
import org.deepcausalmmm.report.text.Human;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that designs a geo experiment. */
@Command(
    name = "design",
    mixinStandardHelpOptions = true,
    description = "Design a geo experiment: regions, weeks, spend, power and cost.")
final class DesignExperiment implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private GeoParameters data = new GeoParameters();

  @Option(
      names = "--channel",
      required = true,
      paramLabel = "C",
      description = "The channel to test; --spend or --config names the column of its spend.")
  private String channel = "";

  @Option(
      names = "--budget",
      required = true,
      paramLabel = "B",
      description = "The largest change of a treated group's spend, up or down.")
  private double budget;

  @Option(
      names = "--weeks",
      split = ",",
      paramLabel = "N",
      description = "Weeks of the treatment to try (default: 4, 6, 8).")
  private List<Integer> weeks = new ArrayList<>(List.of(4, 6, 8));

  @Option(
      names = "--cells",
      paramLabel = "K",
      defaultValue = "1",
      description =
          "Groups treated at once: one goes dark, the next spends more, and so on (default:"
              + " ${DEFAULT-VALUE}).")
  private int cells;

  @Option(
      names = "--force-regions",
      split = ",",
      converter = RegionName.class,
      paramLabel = "R1",
      description = "Regions that must be treated.")
  private List<String> forced = new ArrayList<>();

  @Option(
      names = "--exclude",
      split = ",",
      converter = RegionName.class,
      paramLabel = "R2",
      description = "Regions that are neither treated nor controls.")
  private List<String> excluded = new ArrayList<>();

  @Option(
      names = "--roi",
      paramLabel = "X",
      description = "The ROI to detect (default: that of --run, else 1).")
  private @Nullable Double roi;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description =
          "A fitted run, to predict the cost in outcome and the chance that the plan changes.")
  private @Nullable Path run;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Reproduces the random choice of regions (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The directory to write the designs to.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Replace an existing directory of this kind.")
  private boolean force;

  @Override
  public Integer call() {
    if (!(budget > 0) || cells < 1 || weeks.stream().anyMatch(w -> w < 1)) {
      throw new ParameterException(
          spec.commandLine(), "--budget must be above 0, --cells and --weeks at least 1.");
    }
    Path[] inputs = run == null ? new Path[] {data.file} : new Path[] {data.file, run};
    try (RunDirectory directory = RunDirectory.create(out, DirectoryKind.DESIGN, force, inputs)) {
      GeoSeries series = data.read(channel);
      Optional<ChannelOfRun> known =
          run == null ? Optional.empty() : ChannelOfRun.read(run, channel);
      DesignRequest request = request(series, known);
      DesignTable table =
          Designer.designs(series, request, ExperimentDefaults.history(series.periods()));
      new DesignWriter(table, request, channel, known).write(directory.path());
      directory.complete();
      print(table, request, directory.target());
      return 0;
    } catch (IOException e) {
      throw RunErrors.notWritten(out, e);
    }
  }

  private DesignRequest request(GeoSeries series, Optional<ChannelOfRun> known) {
    int periods = ExperimentDefaults.daily(series.periods()) ? 7 : 1;
    double wanted = roi == null ? known.map(r -> r.roi().mean()).orElse(1.0) : roi;
    return new DesignRequest(
        budget,
        weeks.stream().map(w -> w * periods).toList(),
        cells,
        forced,
        excluded,
        Math.max(1e-6, wanted),
        seed);
  }

  private void print(DesignTable table, DesignRequest request, Path target) {
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.printf(
        "%-7s %-18s %8s %8s %13s %11s %14s%n",
        "design", "kind", "regions", "periods", "spend change", "power", "detectable ROI");
    int best = table.recommended(request.roi()).id();
    for (ExperimentDesign design : table.designs()) {
      if (table.onFrontier(design) || design.id() == best) {
        for (int c = 0; c < design.cells().size(); c++) {
          ExperimentDesign.DesignCell cell = design.cells().get(c);
          terminal.printf(
              Locale.ROOT,
              "%-7s %-18s %8d %8d %13s %10.0f%% %14s%s%n",
              design.id(),
              cell.factor() < 1 ? "go-dark" : "heavy-up x%.2f".formatted(cell.factor()),
              design.assignment().regions(c + 1).length,
              design.periods(),
              Human.signed(cell.spendChange()),
              100 * cell.powerAt(request.roi()),
              Human.number(cell.detectableRoi()),
              design.id() == best ? "  recommended" : "");
        }
      }
    }
    terminal.printf(
        "Power is at an ROI of %s. Schedule: %s%n",
        Human.number(request.roi()), target.resolve(ExperimentFiles.SCHEDULE));
    terminal.flush();
  }
}
