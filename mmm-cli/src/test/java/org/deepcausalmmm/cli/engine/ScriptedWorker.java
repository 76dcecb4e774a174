package org.deepcausalmmm.cli.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A worker that does what its order says, by the protocol of workers, without fitting. */
final class ScriptedWorker {
  private ScriptedWorker() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path directory = Path.of(arguments[arguments.length - 1]);
    Matcher words =
        Pattern.compile("\"([^\"]+)\",\"([^\"]*)\"")
            .matcher(Files.readString(directory.resolve("order.json")));
    if (!words.find()) {
      throw new IOException("no order");
    }
    System.out.println("{\"stage\":\"working\",\"done\":1,\"total\":2}");
    switch (words.group(1)) {
      case "die" -> Runtime.getRuntime().halt(9);
      case "die-once" -> {
        Path mark = Path.of(words.group(2));
        if (!Files.exists(mark)) {
          Files.createFile(mark);
          Runtime.getRuntime().halt(9);
        }
        finish(directory, "{\"exit\":0}");
      }
      case "refuse" ->
          finish(
              directory,
              "{\"exit\":3,\"code\":\"MMM-DATA-003\",\"message\":\"Empty.\",\"advice\":\"Fill it.\"}");
      case "sleep" -> Thread.sleep(60_000);
      default -> finish(directory, "{\"exit\":0}");
    }
  }

  private static void finish(Path directory, String outcome) throws IOException {
    Files.writeString(directory.resolve("value.txt"), "42");
    Files.writeString(directory.resolve("outcome.json"), outcome);
  }
}
