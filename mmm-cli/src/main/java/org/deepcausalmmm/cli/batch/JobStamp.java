package org.deepcausalmmm.cli.batch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deepcausalmmm.cli.base.Version;
import org.deepcausalmmm.cli.run.RunErrors;
import org.deepcausalmmm.report.files.RunFiles;

/**
 * The manifest of a run directory: which job it answers, and the SHA-256 of each of its files. It
 * appears with the run, in one step, so that a run with the digest of a job is that job, finished.
 */
public final class JobStamp {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JobStamp() {}

  /** Writes the manifest into a run that is complete but not published yet. */
  public static void write(Path run, String digest) {
    Path file = run.resolve(RunFiles.JOB);
    try (Stream<Path> entries = Files.list(run)) {
      ObjectNode root =
          JSON.createObjectNode().put("digest", digest).put("version", Version.current());
      ObjectNode files = root.putObject("files");
      for (Path entry : entries.filter(JobStamp::isResult).sorted().toList()) {
        try (InputStream in = Files.newInputStream(entry)) {
          files.put(String.valueOf(entry.getFileName()), JobDigest.content(in));
        }
      }
      Files.writeString(file, root.toPrettyString() + "\n");
    } catch (IOException e) {
      throw RunErrors.notWritten(file, e);
    }
  }

  private static boolean isResult(Path entry) {
    return Files.isRegularFile(entry) && !String.valueOf(entry.getFileName()).startsWith(".");
  }

  /** Returns the digest of the job that a run answers; empty if it answers none. */
  static String digest(Path run) {
    try {
      Path file = run.resolve(RunFiles.JOB);
      return Files.isRegularFile(file)
          ? JSON.readTree(file.toFile()).path("digest").asText("")
          : "";
    } catch (IOException e) {
      return "";
    }
  }
}
