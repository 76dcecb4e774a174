package org.deepcausalmmm.data.table;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The address of data that are no file of this machine, such as {@code jdbc:postgresql://host/db}
 * or {@code hdfs://host/data.parquet}, as a path: what handles paths of data files handles
 * addresses too. An address of the kind {@code file:///data.csv} is the path that it names.
 *
 * <p>A path cannot hold an address as it is, for it would join its slashes; so the address is
 * encoded as the only name below a directory that does not exist.
 */
public final class SourceAddress {
  private static final String DATABASE = "jdbc:";
  private static final String FILE = "file:/";

  /** One letter is a drive of Windows. */
  private static final Pattern STORAGE = Pattern.compile("[a-z][a-z0-9+.-]+://.*", Pattern.DOTALL);

  private static final Path DIRECTORY = Path.of("address-of-data");

  private SourceAddress() {}

  /**
   * Returns the path that stands for an argument of a command: a file, a directory or an address.
   */
  public static Path path(String argument) {
    if (argument.startsWith(FILE)) {
      return Path.of(argument.substring(FILE.length() - 1).replaceFirst("^/+", "/"));
    }
    return argument.startsWith(DATABASE) || STORAGE.matcher(argument).matches()
        ? DIRECTORY.resolve(URLEncoder.encode(argument, StandardCharsets.UTF_8))
        : Path.of(argument);
  }

  /** Returns whether a path stands for the address of a database. */
  public static boolean isDatabase(Path path) {
    return is(path) && address(path).startsWith(DATABASE);
  }

  /** Returns whether a path stands for the address of a file on shared storage. */
  public static boolean isStorage(Path path) {
    return is(path) && !isDatabase(path);
  }

  /** Returns whether a path stands for an address. */
  public static boolean is(Path path) {
    return DIRECTORY.equals(path.getParent());
  }

  /** Returns the address that a path stands for. */
  public static String address(Path path) {
    return URLDecoder.decode(path.getFileName().toString(), StandardCharsets.UTF_8);
  }

  /**
   * Returns what messages call the data: an address without passwords and parameters, or a path.
   */
  public static String shown(Path path) {
    return is(path)
        ? address(path).replaceAll("[?;].*", "").replaceAll("(?<=//)[^/@]*@", "")
        : path.toString();
  }
}
