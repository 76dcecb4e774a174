package org.deepcausalmmm.cli.batch;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepcausalmmm.cli.base.Version;
import org.deepcausalmmm.cli.run.RunErrors;
import org.deepcausalmmm.report.files.RunFiles;

/**
 * The file of a run directory that says which job it answers. It appears with the run, in one step,
 * so that a run with the digest of a job is that job, finished.
 */
public final class JobStamp {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JobStamp() {}

  /** Writes the digest of a job into a run that is not published yet. */
  public static void write(Path run, String digest) {
    Path file = run.resolve(RunFiles.JOB);
    try {
      Files.writeString(
          file,
          JSON.createObjectNode().put("digest", digest).put("version", Version.current()) + "\n");
    } catch (IOException e) {
      throw RunErrors.notWritten(file, e);
    }
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
