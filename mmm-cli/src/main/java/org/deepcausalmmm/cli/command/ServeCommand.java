package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.deepcausalmmm.server.MmmServer;
import org.deepcausalmmm.server.MmmServerBuilder;
import org.deepcausalmmm.server.data.UploadLimits;
import org.deepcausalmmm.server.ops.RetentionSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that starts the server and stays until it is asked to end. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Start the server: projects, data, fits and plans for a team, over HTTP.",
      "By default it listens on 127.0.0.1 and prints a link that signs its one user in."
    })
final class ServeCommand implements Callable<Integer> {
  private final PluginDirectory plugins;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ServerLocation location = new ServerLocation();

  @Mixin private ServerNetwork network = new ServerNetwork();

  @Mixin private ServerWorkers workers = new ServerWorkers();

  @Option(
      names = "--max-upload",
      paramLabel = "MIB",
      defaultValue = "256",
      description = "The largest file that may be uploaded (default: ${DEFAULT-VALUE}).")
  private long mebibytes;

  @Option(
      names = "--keep",
      paramLabel = "DAYS",
      description = "Delete results and jobs that are older, unless marked as kept.")
  private @Nullable Integer keepDays;

  @Mixin private ServerSources sources = new ServerSources();

  @Mixin private ServerSecurity security = new ServerSecurity();

  @Mixin private ServerMail mail = new ServerMail();

  @Option(names = "--json-logs", description = "Write each line of the log as a JSON object.")
  private boolean jsonLogs;

  ServeCommand(PluginDirectory plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() throws InterruptedException {
    System.setProperty(
        "logback.configurationFile", jsonLogs ? "logback-server-json.xml" : "logback-server.xml");
    MmmServerBuilder builder =
        MmmServer.builder()
            .data(location.data)
            .database(location.database())
            .network(network.settings())
            .workers(workers.settings(plugins.toInstallInto(), spec))
            .sources(sources.settings())
            .retention(new RetentionSettings(Optional.ofNullable(keepDays).map(Duration::ofDays)))
            .uploads(UploadLimits.DEFAULT.withBytes(mebibytes << 20));
    security.addTo(builder);
    mail.addTo(builder);
    MmmServer server = builder.start();
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  ended.countDown();
                },
                "stop"));
    PrintWriter out = spec.commandLine().getOut();
    out.println("The server listens on " + server.address() + "; Ctrl+C ends it.");
    server.loginLink().ifPresent(link -> out.println("Open this link to sign in, once: " + link));
    out.flush();
    ended.await();
    return 0;
  }
}
