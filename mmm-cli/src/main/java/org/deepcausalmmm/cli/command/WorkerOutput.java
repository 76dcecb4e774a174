package org.deepcausalmmm.cli.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The standard error of a command that a server has started: lines go to the log, and to the server
 * as notes; progress goes to the server alone, each a line of JSON.
 */
final class WorkerOutput extends PrintWriter {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final OutputStream server;

  /**
   * Creates the output.
   *
   * @param log where lines are kept
   * @param server the server reads what is written here
   */
  WorkerOutput(OutputStream log, OutputStream server) {
    super(log, true, StandardCharsets.UTF_8);
    this.server = server;
  }

  @Override
  public void println(String line) {
    super.println(line);
    tell(JSON.createObjectNode().put("note", line));
  }

  /** Reports the command's stage to the server. */
  void step(String stage, int done, int total, double loss) {
    ObjectNode node = JSON.createObjectNode();
    node.put("stage", stage).put("done", done).put("total", total);
    if (Double.isFinite(loss)) {
      node.put("loss", loss);
    }
    tell(node);
  }

  private synchronized void tell(ObjectNode node) {
    try {
      server.write(JSON.writeValueAsBytes(node));
      server.write('\n');
      server.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the server is gone", e);
    }
  }
}
