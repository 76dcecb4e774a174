package org.deepcausalmmm.spark;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.util.Progressable;

/**
 * A file system of Hadoop with addresses {@code shared:///...}, which keeps its files on this
 * machine; files with "slow" in their path take their time, those with "full" find no room.
 */
public final class SharedFileSystem extends RawLocalFileSystem {
  /** The property that makes Spark know it. */
  static final String PROPERTY = "spark.hadoop.fs.shared.impl";

  private static final URI ADDRESS = URI.create("shared:///");

  /** Creates the file system; Hadoop does this. */
  public SharedFileSystem() {}

  @Override
  public URI getUri() {
    return ADDRESS;
  }

  @Override
  public String getScheme() {
    return "shared";
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    String text = path.toString();
    if (text.contains("full") && text.contains("report.html")) {
      throw new IOException("No space left on device");
    }
    if (text.contains("slow")) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return super.create(path, overwrite, bufferSize, replication, blockSize, progress);
  }
}
