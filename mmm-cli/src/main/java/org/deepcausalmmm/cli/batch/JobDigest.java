package org.deepcausalmmm.cli.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.cli.base.Version;
import org.deepcausalmmm.cli.storage.SharedStorage;
import org.deepcausalmmm.data.table.SourceAddress;

/** The digest of everything that the result of a job depends on. */
final class JobDigest {
  private JobDigest() {}

  /**
   * Returns the SHA-256 of data, configuration, seed, holdout and the platform's version. A file
   * that cannot be read counts as its name: the fit will say what is wrong with it. So does a
   * database, whose content is not known before it is asked.
   */
  static String of(BatchJob job) {
    MessageDigest digest = sha256();
    try (DigestOutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      text(out, Version.current());
      text(out, job.seed().toString());
      text(out, job.holdout().toString());
      text(out, Boolean.toString(job.quick()));
      data(out, job.data());
      if (job.config().isPresent()) {
        file(out, job.config().get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void data(OutputStream out, Path data) throws IOException {
    if (SourceAddress.isStorage(data)) {
      stored(out, SourceAddress.address(data));
      return;
    }
    if (!Files.isDirectory(data)) {
      file(out, data);
      return;
    }
    try (Stream<Path> files = Files.list(data)) {
      for (Path file : files.sorted().toList()) {
        text(out, String.valueOf(file.getFileName()));
        file(out, file);
      }
    }
  }

  /** Adds a file or the files of a directory on shared storage. */
  private static void stored(OutputStream out, String address) throws IOException {
    SharedStorage storage = SharedStorage.of(address);
    List<String> names = storage.names(address).stream().sorted().toList();
    for (String name : names) {
      text(out, name);
      try (InputStream in = storage.open(address + "/" + name)) {
        text(out, content(in));
      }
    }
    if (names.isEmpty() && storage.exists(address)) {
      try (InputStream in = storage.open(address)) {
        text(out, content(in));
      }
    } else if (names.isEmpty()) {
      text(out, "absent " + address);
    }
  }

  private static void file(OutputStream out, Path file) throws IOException {
    if (SourceAddress.isStorage(file)) {
      stored(out, SourceAddress.address(file));
    } else if (Files.isReadable(file) && !Files.isDirectory(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        text(out, content(in));
      }
    } else {
      text(out, "absent " + file);
    }
  }

  /** Returns the SHA-256 of what a stream holds. */
  static String content(InputStream in) throws IOException {
    MessageDigest content = sha256();
    try (OutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), content)) {
      in.transferTo(into);
    }
    return HexFormat.of().formatHex(content.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
