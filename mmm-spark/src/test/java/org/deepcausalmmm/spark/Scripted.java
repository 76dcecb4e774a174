package org.deepcausalmmm.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.TaskContext;
import org.deepcausalmmm.cli.engine.FitProtocol;

/** Tasks that do what their request says, without fitting. */
final class Scripted implements FitProtocol<String, String> {
  /** The body of such a task. */
  static final class Body implements TaskBody {
    private static final long serialVersionUID = 1L;

    @Override
    public String run(List<String> arguments, OutputStream log, OutputStream progress) {
      int attempt = TaskContext.get().attemptNumber();
      try {
        switch (arguments.get(0)) {
          case "throw-once" -> {
            if (attempt == 0) {
              throw new IllegalStateException("a task that throws once");
            }
          }
          case "die-once" -> {
            if (attempt == 0) {
              Runtime.getRuntime().halt(137);
            }
          }
          case "die" -> Runtime.getRuntime().halt(137);
          case "stub" -> Thread.sleep(50);
          case "refuse" -> {
            return "{\"exit\":3,\"code\":\"MMM-DATA-003\",\"message\":\"Empty.\",\"advice\":\"Fill it.\"}";
          }
          case "long" -> {
            for (int i = 0; i < 600; i++) {
              progress.write(
                  "{\"stage\":\"working\",\"done\":%d,\"total\":600}\n"
                      .formatted(i)
                      .getBytes(StandardCharsets.UTF_8));
              Thread.sleep(100);
            }
          }
          default -> {}
        }
        Path input = Path.of(arguments.get(1));
        Files.writeString(input.resolveSibling("output.txt"), Files.readString(input) + "!");
        return "{\"exit\":0}";
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public String name(String request) {
    return request;
  }

  @Override
  public List<String> prepare(String request, Path directory) throws IOException {
    Files.writeString(directory.resolve("input.txt"), request);
    return List.of(request, DIRECTORY + "/input.txt");
  }

  @Override
  public List<String> results() {
    return List.of("output.txt");
  }

  @Override
  public String read(String request, Path directory) throws IOException {
    return Files.readString(directory.resolve("output.txt"));
  }
}
