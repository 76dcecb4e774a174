package org.deepcausalmmm.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command whose cost is measured.
 *
 * @param task what it shows
 * @param size of the data
 * @param threads of the fit
 * @param draws posterior draws asked for; 0 for the default
 */
record BenchmarkCase(String task, Size size, int threads, int draws) {
  static final String FIT = "fit";
  static final String REFRESH = "refresh";
  static final String BACKTEST = "backtest";
  static final String DEMO = "demo";

  /**
   * The size of the data.
   *
   * @param joss whether they are the joss panel; else a simulated world
   */
  record Size(int regions, int weeks, int channels, boolean joss) {
    static Size world(int regions, int weeks, int channels) {
      return new Size(regions, weeks, channels, false);
    }
  }

  private static final Size MIDDLE = Size.world(40, 156, 8);

  /** Returns all cases, small ones first. */
  static Stream<BenchmarkCase> all() {
    List<BenchmarkCase> cases = new ArrayList<>();
    Size national = Size.world(1, 156, 5);
    cases.add(new BenchmarkCase(FIT, national, 1, 0));
    cases.add(new BenchmarkCase(FIT, national, 2, 0));
    cases.add(new BenchmarkCase(FIT, MIDDLE, 1, 0));
    cases.add(new BenchmarkCase(FIT, MIDDLE, 2, 0));
    for (int regions : new int[] {20, 80, 320}) {
      cases.add(new BenchmarkCase(FIT, Size.world(regions, 156, 6), 2, 0));
    }
    for (int weeks : new int[] {78, 312}) {
      cases.add(new BenchmarkCase(FIT, Size.world(40, weeks, 8), 2, 0));
    }
    for (int channels : new int[] {4, 16}) {
      cases.add(new BenchmarkCase(FIT, Size.world(40, 156, channels), 2, 0));
    }
    for (int draws : new int[] {400, 800, 4800}) {
      cases.add(new BenchmarkCase(FIT, MIDDLE, 2, draws));
    }
    cases.add(new BenchmarkCase(REFRESH, MIDDLE, 2, 0));
    cases.add(new BenchmarkCase(BACKTEST, MIDDLE, 2, 0));
    cases.add(new BenchmarkCase(DEMO, Size.world(0, 0, 0), 2, 0));
    Size joss = new Size(190, 109, 13, true);
    cases.add(new BenchmarkCase(FIT, joss, 1, 0));
    cases.add(new BenchmarkCase(FIT, joss, 2, 0));
    return cases.stream();
  }

  /** Returns whether the data are a simulated world. */
  boolean ofWorld() {
    return !size.joss() && !task.equals(DEMO);
  }

  /** Returns the command that simulates the world. */
  List<Object> simulation(Path world) {
    return List.of(
        "simulate",
        "--scenario",
        size.regions() == 1 ? "national" : "halo",
        "--seed",
        91,
        "--regions",
        size.regions(),
        "--weeks",
        size.weeks(),
        "--channels",
        size.channels(),
        "--out",
        world);
  }

  /** Returns the command that fits the weeks before a refresh. */
  List<Object> before(Path data, Path world, Path run) {
    return command("fit", data, world, run, List.of());
  }

  /**
   * Returns the command that is measured.
   *
   * @param data the file of the data
   * @param world the directory with their configuration, if they are a world's
   * @param earlier the run that a refresh continues
   * @param run the directory to write
   */
  List<Object> command(Path data, Path world, Path earlier, Path run) {
    return switch (task) {
      case DEMO -> List.of("demo", "--out", run);
      case BACKTEST -> command("backtest", data, world, run, List.of("--origins", 4));
      case REFRESH -> command("fit", data, world, run, List.of("--refresh", earlier));
      default ->
          command("fit", data, world, run, size.joss() ? List.of("--holdout", 13) : List.of());
    };
  }

  private List<Object> command(
      String command, Path data, Path world, Path run, List<Object> further) {
    List<Object> all = new ArrayList<>(List.of(command, data, "--out", run));
    boolean configured = Files.exists(world.resolve("config.yaml"));
    if (!further.contains("--refresh")) { // a refresh keeps the earlier run's
      all.addAll(configured ? List.of("--config", world.resolve("config.yaml")) : List.of());
      all.addAll(List.of("--threads", threads));
    }
    all.addAll(List.of("--force", "--quiet"));
    all.addAll(further);
    return all;
  }

  @Override
  public String toString() {
    return task.equals(DEMO)
        ? DEMO
        : "%s %dx%dx%d threads %d%s"
            .formatted(
                size.joss() ? task + " joss" : task,
                size.regions(),
                size.weeks(),
                size.channels(),
                threads,
                draws == 0 ? "" : " draws " + draws);
  }
}
