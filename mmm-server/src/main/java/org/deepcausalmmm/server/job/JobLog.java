package org.deepcausalmmm.server.job;

import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.Job;

/** What the workers of a job have written for people. */
public final class JobLog {
  /** What a command writes to its standard output. */
  public static final String OUTPUT = "output.txt";

  private static final int MOST = 256 << 10;

  private final DataDirectory directory;

  @Inject
  JobLog(DataDirectory directory) {
    this.directory = directory;
  }

  /** Returns the end of what each attempt has written, at most 256 KiB of each. */
  public byte[] read(Job job) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int attempt = 1; attempt <= Math.max(1, job.status().attempt()); attempt++) {
      Path place = directory.job(job.id()).resolve(Integer.toString(attempt));
      append(all, place.resolve(JobFolder.LOG));
      append(all, place.resolve(OUTPUT));
    }
    return all.toByteArray();
  }

  private static void append(ByteArrayOutputStream all, Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long length = log.length();
      byte[] bytes = new byte[(int) Math.min(MOST, length)];
      log.seek(length - bytes.length);
      log.readFully(bytes);
      all.writeBytes(bytes);
    } catch (IOException e) {
      all.writeBytes("(the log cannot be read)\n".getBytes(StandardCharsets.UTF_8));
    }
  }
}
