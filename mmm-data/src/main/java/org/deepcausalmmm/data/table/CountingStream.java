package org.deepcausalmmm.data.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that reports how much of a large file has been read. */
final class CountingStream extends FilterInputStream {
  /** Smaller files are read before anybody looks. */
  private static final long STEP = 8L << 20;

  private final long total;
  private final ReadingProgress progress;
  private long read;
  private long next = STEP;

  CountingStream(InputStream in, long total, ReadingProgress progress) {
    super(in);
    this.total = total;
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int bytes) {
    read += bytes;
    if (read >= next) {
      next = read + STEP;
      progress.read(read, total);
    }
  }
}
