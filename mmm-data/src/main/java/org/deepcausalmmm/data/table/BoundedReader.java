package org.deepcausalmmm.data.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A reader that refuses a row of a length that no table has, as after an open quotation mark. */
final class BoundedReader extends FilterReader {
  /** Two thousand columns of long texts stay far below. */
  private static final long MOST = 5_000_000;

  private long sinceRow;

  BoundedReader(Reader in) {
    super(in);
  }

  /** Notes that a row has ended. */
  void rowEnds() {
    sinceRow = 0;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws IOException {
    sinceRow += read;
    if (sinceRow > MOST) {
      throw new IOException("A row has more than " + MOST + " characters.");
    }
  }
}
