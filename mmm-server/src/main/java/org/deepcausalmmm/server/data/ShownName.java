package org.deepcausalmmm.server.data;

import java.nio.file.Path;
import org.deepcausalmmm.api.MmmException;

/** Errors about files of the server, worded with the names that users know. */
public final class ShownName {
  private ShownName() {}

  /** Returns the error with the user's name in the place of the path. */
  public static MmmException in(MmmException error, Path file, String name) {
    String message = String.valueOf(error.getMessage());
    int number = Integer.parseInt(error.code().substring(error.code().lastIndexOf('-') + 1));
    return new MmmException(
        error.kind(),
        number,
        message.replace(file.toString(), name),
        error.advice().replace(file.toString(), name),
        error);
  }
}
