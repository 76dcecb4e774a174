package org.deepcausalmmm.server.data;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.DataSet;

/** The files of data sets, each under the hash of its bytes. */
public final class DataSetFiles {
  private static final int BUFFER = 1 << 16;
  private static final int MOST_RATIO = 200;

  private final DataDirectory directory;
  private final UploadLimits limits;

  @Inject
  DataSetFiles(DataDirectory directory, UploadLimits limits) {
    this.directory = directory;
    this.limits = limits;
  }

  /**
   * Takes a file in, as a stream: its size hardly matters for memory.
   *
   * @param compressed whether it arrives as gzip
   * @throws ServerException MMM-USAGE-509 beyond a bound, MMM-USAGE-516 if it ends early or unpacks
   *     to far more than was sent, MMM-SYSTEM-506 if the disk is full
   */
  public DataSet.Content take(InputStream upload, boolean compressed) {
    Path partial = directory.temporary().resolve(Ids.next("up"));
    try {
      DataSet.Content content = write(upload, compressed, partial);
      publish(partial, directory.content(content.hash()));
      return content;
    } finally {
      deleteQuietly(partial);
    }
  }

  private DataSet.Content write(InputStream upload, boolean compressed, Path partial) {
    ContentMeter meter = new ContentMeter(limits);
    try (CountedInput sent = new CountedInput(upload);
        InputStream in = compressed ? gunzip(sent) : sent) {
      boolean xlsx = copy(in, sent, meter, partial, compressed);
      if (meter.bytes() == 0) {
        throw ServerCode.FIELD_MISSING.error(
            "The file is empty.", "Send the file as the body: curl --data-binary @data.csv.");
      }
      if (xlsx) {
        requireNoBomb(partial);
      }
      return new DataSet.Content(
          meter.hash(),
          xlsx ? "xlsx" : "csv",
          meter.bytes(),
          xlsx ? 0 : meter.rows(),
          xlsx ? 0 : meter.columns());
    } catch (ZipException | java.io.EOFException e) {
      throw damaged(e);
    } catch (IOException e) {
      throw DataDirectory.notWritable(partial, e);
    }
  }

  private static InputStream gunzip(InputStream in) throws IOException {
    return new GZIPInputStream(in, BUFFER);
  }

  private static ServerException damaged(IOException cause) {
    return ServerCode.REQUEST_MALFORMED.error(
        "The compressed file is damaged or ends early.", "Compress and send it again.", cause);
  }

  private boolean copy(
      InputStream in, CountedInput sent, ContentMeter meter, Path partial, boolean compressed)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    boolean xlsx = false;
    boolean first = true;
    try (OutputStream out = Files.newOutputStream(partial)) {
      for (int n = read(in, buffer); n > 0; n = read(in, buffer)) {
        if (first) {
          xlsx = n >= 4 && buffer[0] == 'P' && buffer[1] == 'K' && buffer[2] == 3;
          first = false;
        }
        meter.add(buffer, n);
        if (compressed && meter.bytes() > BUFFER + MOST_RATIO * sent.count()) {
          throw bomb();
        }
        out.write(buffer, 0, n);
      }
    }
    return xlsx;
  }

  /** Reads from the client, whose going away is no fault of the disk. */
  private static int read(InputStream in, byte[] buffer) throws IOException {
    try {
      return in.read(buffer);
    } catch (ZipException | java.io.EOFException e) {
      throw e;
    } catch (IOException e) {
      throw ServerCode.REQUEST_MALFORMED.error(
          "The upload broke off.", "Send the file again; nothing was kept.", e);
    }
  }

  private static ServerException bomb() {
    return ServerCode.TOO_LARGE.error(
        "The file unpacks to more than %d times its size.".formatted(MOST_RATIO),
        "Send the data as plain CSV.");
  }

  /** Requires that what a workbook unpacks to stays within the bounds, without keeping it. */
  private void requireNoBomb(Path file) throws IOException {
    long packed = Files.size(file);
    long unpacked = 0;
    byte[] buffer = new byte[BUFFER];
    // By its directory: a stream cannot read entries whose size stands behind them.
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        try (InputStream in = zip.getInputStream(entry)) {
          for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
            unpacked += n;
            if (unpacked > limits.bytes() || unpacked > BUFFER + MOST_RATIO * packed) {
              throw bomb();
            }
          }
        }
      }
    } catch (IllegalArgumentException e) {
      throw damaged(new IOException(e));
    }
  }

  private static void publish(Path partial, Path place) {
    try {
      if (Files.exists(place)) {
        return;
      }
      Files.createDirectories(place.getParent());
      Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException e) {
      // The same bytes, sent twice at a time.
    } catch (IOException e) {
      throw DataDirectory.notWritable(place, e);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The next retention deletes it.
    }
  }

  /** Returns where the content of a data set lies. */
  public Path place(DataSet data) {
    return directory.content(data.content().hash());
  }

  /** Returns the bounds. */
  public UploadLimits limits() {
    return limits;
  }

  /** The count of what was sent, before it is unpacked. */
  private static final class CountedInput extends java.io.FilterInputStream {
    private long count;

    CountedInput(InputStream in) {
      super(in);
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      count += Math.max(0, n);
      return n;
    }
  }
}
