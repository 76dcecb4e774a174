package org.deepcausalmmm.server.result;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepcausalmmm.server.store.Manifest;
import org.deepcausalmmm.server.store.StoredResult;

/** All files of a result in one. */
public final class Archive {
  private Archive() {}

  /** Writes a zip; the same result always gives the same bytes. */
  public static void write(StoredResult result, Path directory, OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (String name : Manifest.names(result)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setLastModifiedTime(FileTime.fromMillis(result.created()));
      zip.putNextEntry(entry);
      Files.copy(Manifest.require(result, directory, name), zip);
      zip.closeEntry();
    }
    zip.finish();
  }
}
