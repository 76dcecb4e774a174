package org.deepcausalmmm.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.deepcausalmmm.server.data.UploadLimits;
import org.deepcausalmmm.server.job.WorkerSettings;
import org.deepcausalmmm.server.store.DatabaseSettings;

/** A server in a process of its own, for studies that kill or measure it. */
final class ServerProcess implements AutoCloseable {
  /** The property with the script of a worker, for studies of many jobs. */
  static final String WORKER = "mmm.study.worker";

  private final Process process;
  private final int port;
  private final String link;

  private ServerProcess(Process process, int port, String link) {
    this.process = process;
    this.port = port;
    this.link = link;
  }

  /** Runs a server until it is killed: data directory, port, workers, database or nothing. */
  public static void main(String[] args) throws InterruptedException {
    MmmServerBuilder builder =
        MmmServer.builder()
            .data(Path.of(args[0]))
            .port(Integer.parseInt(args[1]))
            .uploads(new UploadLimits(4L << 30, 100_000_000, 2_000, 1 << 20))
            .workers(
                new WorkerSettings(
                    worker(),
                    Integer.parseInt(args[2]),
                    1L << 30,
                    Duration.ofMinutes(5),
                    Duration.ofSeconds(1)));
    if (args.length > 3) {
      builder.database(DatabaseSettings.of(args[3], "postgres", "postgres"));
    }
    MmmServer server = builder.start();
    System.out.println(server.port());
    System.out.println(server.loginLink().orElseThrow());
    System.out.flush();
    new CountDownLatch(1).await();
  }

  /** Returns the command of a worker: the script of the study, or the usual one. */
  private static List<String> worker() {
    String script = System.getProperty(WORKER);
    return script == null ? TestWorker.command() : List.of("sh", script);
  }

  static ServerProcess start(Path data, int port, int workers, String... database)
      throws IOException {
    return start(List.of(), data, port, workers, database);
  }

  /**
   * Starts a server whose data directory is a disk of its own, in memory and seen by that server
   * and its workers alone.
   */
  static ServerProcess onSmallDisk(Path data, int mebibytes) throws IOException {
    Files.createDirectory(data);
    String mount = "mount -t tmpfs -o size=%dm tmpfs '%s' && exec \"$0\" \"$@\"";
    return start(
        List.of("unshare", "-rm", "sh", "-c", mount.formatted(mebibytes, data)), data, 0, 1);
  }

  /** Returns whether this machine lets a process have disks of its own. */
  static boolean canHaveDisks() {
    try {
      return new ProcessBuilder("unshare", "-rm", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Returns a path of this machine as the server sees it. */
  Path seen(Path path) {
    return Path.of("/proc/" + pid() + "/root" + path);
  }

  private static ServerProcess start(
      List<String> prefix, Path data, int port, int workers, String... database)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ServerProcess.class.getName(),
            data.toString(),
            Integer.toString(port),
            Integer.toString(workers)));
    command.addAll(List.of(database));
    String script = System.getProperty(WORKER);
    if (script != null) {
      command.add(prefix.size() + 1, "-D" + WORKER + "=" + script);
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String first = out.readLine();
    String link = out.readLine();
    if (link == null) {
      throw new IOException("The server did not start: " + first);
    }
    return new ServerProcess(process, Integer.parseInt(first), link);
  }

  int port() {
    return port;
  }

  /** Opens the link of this start and returns a client with a token. */
  Client owner() {
    return Client.byLink(port, link);
  }

  long pid() {
    return process.pid();
  }

  /** Returns the worker processes that run now. */
  List<ProcessHandle> workers() {
    return process.children().toList();
  }

  /** Ends it as a power failure would. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  double cpuSeconds() {
    return process.toHandle().info().totalCpuDuration().map(d -> d.toMillis() / 1e3).orElse(0.0);
  }

  /** Returns a value of /proc, such as VmRSS or VmHWM, in MiB. */
  double mebibytes(String name) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid() + "/status"))) {
      if (line.startsWith(name + ":")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    return Double.NaN;
  }

  int openFiles() {
    String[] files = Path.of("/proc/" + pid() + "/fd").toFile().list();
    return files == null ? -1 : files.length;
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
