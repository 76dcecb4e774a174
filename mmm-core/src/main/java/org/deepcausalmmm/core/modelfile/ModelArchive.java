package org.deepcausalmmm.core.modelfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The entries of a model file, read without trusting any of them. */
final class ModelArchive {
  static final String MANIFEST = "manifest.json";
  static final String CONFIG = "config.yaml";
  static final String LEARNED = "learned.safetensors";
  static final String PANEL = "panel.safetensors";

  private static final int MAX_ENTRIES = 64;
  private static final long MAX_TEXT = 16L << 20;
  private static final long MAX_ARRAYS = 1L << 30;
  private static final long FREE_INFLATION = 4L << 20;
  private static final long MAX_RATIO = 20;

  private ModelArchive() {}

  /** Returns the content of all entries, by name. */
  static Map<String, byte[]> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw ModelFileCode.ABSENT.error("The model file %s does not exist.".formatted(file));
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Map<String, byte[]> entries = new LinkedHashMap<>();
      for (ZipEntry entry : entries(zip, file)) {
        entries.put(entry.getName(), content(zip, entry, file));
      }
      return entries;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw ModelFileCode.DAMAGED.error(
          "%s is damaged or not a model file (%s).".formatted(file, e.getMessage()), e);
    }
  }

  /** Returns the entries; names are validated before anything is inflated. */
  private static List<? extends ZipEntry> entries(ZipFile zip, Path file) {
    if (zip.size() > MAX_ENTRIES) {
      throw ModelFileCode.TOO_LARGE.error(
          "%s has %d entries, more than a model file can have.".formatted(file, zip.size()));
    }
    List<? extends ZipEntry> entries = new ArrayList<>(Collections.list(zip.entries()));
    for (ZipEntry entry : entries) {
      String name = entry.getName();
      if (name.contains("/") || name.contains("\\") || name.contains("..") || name.contains(":")) {
        throw ModelFileCode.BAD_PATH.error(
            "%s has an entry '%s', which points to another directory.".formatted(file, name));
      }
    }
    long distinct = entries.stream().map(ZipEntry::getName).distinct().count();
    if (distinct < entries.size()) {
      throw ModelFileCode.WRONG_ENTRY.error("%s has an entry twice.".formatted(file));
    }
    return entries;
  }

  private static byte[] content(ZipFile zip, ZipEntry entry, Path file) throws IOException {
    String name = entry.getName();
    long limit = name.endsWith(".safetensors") ? MAX_ARRAYS : MAX_TEXT;
    limit = Math.min(limit, FREE_INFLATION + MAX_RATIO * Files.size(file));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.write(buffer, 0, read);
        if (bytes.size() > limit) {
          throw ModelFileCode.TOO_LARGE.error(
              "Entry '%s' of %s inflates to more than %d MB."
                  .formatted(name, file, Math.max(1, limit >> 20)));
        }
      }
    }
    CRC32 check = new CRC32();
    byte[] content = bytes.toByteArray();
    check.update(content);
    if (check.getValue() != entry.getCrc()) {
      throw ModelFileCode.DAMAGED.error(
          "%s is damaged: the checksum of '%s' does not match.".formatted(file, name));
    }
    return content;
  }
}
