package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import org.deepcausalmmm.cli.base.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The tree of all commands. */
public final class CommandTree {
  private CommandTree() {}

  /** Creates the command line with every command whose service is there. */
  public static CommandLine create(Services services) {
    Root root = new Root(services.plugins());
    CommandLine line = new CommandLine(root);
    RunMaker maker = new RunMaker();
    addFits(line, services, maker);
    addStudiesAndPlans(line, services);
    addGroups(line, services, maker);
    line.setExecutionExceptionHandler(
        (error, command, parsed) -> ErrorText.print(command, error, root.debug));
    line.setParameterExceptionHandler((error, args) -> ErrorText.printUsage(error));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    // An argument that begins with @ is a name like any other.
    line.setExpandAtFiles(false);
    return line;
  }

  private static void addFits(CommandLine line, Services services, RunMaker maker) {
    services
        .fitting()
        .ifPresent(
            fitting -> {
              services
                  .simulation()
                  .ifPresent(
                      simulation ->
                          line.addSubcommand(
                              new DemoCommand(simulation, fitting, maker, services.components())));
              line.addSubcommand(new FitCommand(fitting, maker, services.plugins()));
            });
    line.addSubcommand(new BacktestCommand(services.plugins()));
    line.addSubcommand(new ForecastCommand(services.components()));
    services.checking().ifPresent(checking -> line.addSubcommand(new CheckCommand(checking)));
    services
        .simulation()
        .ifPresent(simulation -> line.addSubcommand(new SimulateCommand(simulation)));
  }

  private static void addStudiesAndPlans(CommandLine line, Services services) {
    line.addSubcommand(new RecoverCommand(services.plugins()));
    line.addSubcommand(new OptimizeCommand(services.components()));
    line.addSubcommand(
        new CommandLine(new ScenarioCommand())
            .addSubcommand(new CompareScenarios(services.components())));
    line.addSubcommand(new CheckModelCommand(services.plugins()));
    line.addSubcommand(new AblateCommand(services.plugins()));
    line.addSubcommand(new CalibrateCommand(services.plugins()));
    line.addSubcommand(
        new CommandLine(new ExperimentCommand())
            .addSubcommand(new DesignExperiment())
            .addSubcommand(new ReadExperiment())
            .addSubcommand(new RankExperiments(services.components())));
    line.addSubcommand(new PrepareCommand());
    line.addSubcommand(new ReportCommand());
  }

  private static void addGroups(CommandLine line, Services services, RunMaker maker) {
    line.addSubcommand(
        new CommandLine(new PluginsCommand())
            .addSubcommand(new ListPlugins(services.components()))
            .addSubcommand(new CheckPlugin(services.plugins()))
            .addSubcommand(new InstallPlugin(services.plugins()))
            .addSubcommand(new NewPlugin()));
    line.addSubcommand(
        new CommandLine(new ConfigCommand())
            .addSubcommand(new ConfigExample())
            .addSubcommand(new ConfigInit())
            .addSubcommand(new ConfigSchema(services.components())));
    line.addSubcommand(new ServeCommand(services.plugins()));
    line.addSubcommand(
        new CommandLine(new ServerCommand())
            .addSubcommand(new ServerBackupCommand())
            .addSubcommand(new ServerRestoreCommand()));
    services
        .fitting()
        .ifPresent(
            fitting ->
                line.addSubcommand(
                    new CommandLine(new BatchCommand(fitting, maker, services.plugins()))
                        .addSubcommand(new BatchPoolCommand())));
    line.addSubcommand(new FitRequestCommand(services.components()));
    line.addSubcommand(new WorkerCommand(() -> create(services)));
    line.addSubcommand(new CommandLine.HelpCommand());
  }

  /** The command without a subcommand, which prints the help. */
  @Command(
      name = "mmm",
      mixinStandardHelpOptions = true,
      versionProvider = VersionText.class,
      description =
          "Marketing-mix modelling: media contributions, ROI and budgets from weekly data.",
      synopsisSubcommandLabel = "COMMAND",
      footer = {
        "",
        "Exit codes: 0 done, 2 wrong usage, 3 data, 4 configuration, 5 plugin, 6 fit, 1 other."
      })
  static final class Root implements Runnable {
    @CommandLine.Spec CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(
        names = "--debug",
        scope = ScopeType.INHERIT,
        description = "Print the stack trace of an error.")
    boolean debug;

    private final PluginDirectory plugins;

    Root(PluginDirectory plugins) {
      this.plugins = plugins;
    }

    @Option(
        names = "--plugins",
        scope = ScopeType.INHERIT,
        paramLabel = "DIR",
        description = "The directory of the plugins (default: 'plugins' of the installation).")
    void setPlugins(Path directory) {
      plugins.use(directory);
    }

    @Override
    public void run() {
      throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing.");
    }
  }

  /** The text of {@code --version}. */
  static final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"mmm " + Version.current()};
    }
  }
}
