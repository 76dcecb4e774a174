package org.deepcausalmmm.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A worker without an engine: it follows the protocol of a worker and writes files of the form that
 * the commands write. What it does beyond that, the name of the job's scenario says.
 */
public final class TestWorker {
  private TestWorker() {}

  /** The command line by which a server under test starts it. */
  static List<String> command() {
    return List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-Xmx64m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        TestWorker.class.getName());
  }

  /** Runs the command that the directory asks for. */
  public static void main(String[] args) throws IOException, InterruptedException {
    endWithServer();
    Path directory = Path.of(args[0]);
    String line = arguments(Files.readString(directory.resolve("order.json")));
    System.err.println("working on " + line);
    if (line.contains("--mode=slow") || line.contains("--scenarios=slow")) {
      steps(600);
    }
    if (line.contains("--mode=vanish")) {
      System.err.println("the last words");
      Runtime.getRuntime().halt(137);
    }
    if (line.contains("--mode=fill")) {
      fill(directory);
    }
    steps(2);
    if (line.contains("--mode=fail")) {
      outcome(
          directory,
          "{\"exit\":6,\"code\":\"MMM-FIT-001\",\"message\":\"It did not converge.\","
              + "\"advice\":\"Try another loss.\"}");
      return;
    }
    RunFixture.write(directory.resolve("result"), line);
    outcome(directory, "{\"exit\":0}");
  }

  /** Writes until the disk is full. */
  private static void fill(Path directory) throws IOException {
    Path result = Files.createDirectory(directory.resolve("result"));
    try (OutputStream out = Files.newOutputStream(result.resolve("summary.json"))) {
      for (int i = 0; i < 1_000; i++) {
        out.write(new byte[1 << 16]);
      }
    }
  }

  /** Returns the arguments, read without a library, whose start would take most of the time. */
  private static String arguments(String order) {
    int begin = order.indexOf('[') + 1;
    return order.substring(begin, order.lastIndexOf(']')).replace("\",\"", " ").replace("\"", "");
  }

  private static void endWithServer() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // The server says nothing; only the end matters.
                }
              } catch (IOException e) {
                // As good as the end.
              }
              Runtime.getRuntime().halt(1);
            });
    watch.setDaemon(true);
    watch.start();
  }

  private static void steps(int total) throws InterruptedException {
    for (int i = 1; i <= total; i++) {
      System.out.println(
          "{\"stage\":\"fit\",\"done\":" + i + ",\"total\":" + total + ",\"loss\":1.5}");
      System.out.flush();
      Thread.sleep(50);
    }
  }

  private static void outcome(Path directory, String text) throws IOException {
    Path partial = directory.resolve("outcome.partial");
    Files.writeString(partial, text);
    Files.move(partial, directory.resolve("outcome.json"), StandardCopyOption.ATOMIC_MOVE);
  }
}
