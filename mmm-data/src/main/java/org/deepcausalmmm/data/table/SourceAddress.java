package org.deepcausalmmm.data.table;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The address of data that are no file, such as {@code jdbc:postgresql://host/db}, as a path: what
 * handles paths of data files handles addresses too.
 *
 * <p>A path cannot hold an address as it is, for it would join its slashes; so the address is
 * encoded as the only name below a directory that does not exist.
 */
public final class SourceAddress {
  private static final String PREFIX = "jdbc:";
  private static final Path DIRECTORY = Path.of("address-of-data");

  private SourceAddress() {}

  /**
   * Returns the path that stands for an argument of a command: a file, a directory or an address.
   */
  public static Path path(String argument) {
    return argument.startsWith(PREFIX)
        ? DIRECTORY.resolve(URLEncoder.encode(argument, StandardCharsets.UTF_8))
        : Path.of(argument);
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
