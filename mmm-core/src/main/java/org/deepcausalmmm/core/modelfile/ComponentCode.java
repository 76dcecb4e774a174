package org.deepcausalmmm.core.modelfile;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/**
 * The error codes of components that differ from those of a model file; docs/errors.md explains
 * each.
 */
enum ComponentCode {
  MISSING(401),
  CHANGED(402),
  OTHER_OPTIONS(403);

  private final int number;

  ComponentCode(int number) {
    this.number = number;
  }

  MmmException error(String what, @Nullable Throwable cause) {
    return new MmmException(
        ErrorKind.PLUGIN,
        number,
        what,
        this == MISSING
            ? "Install the plugin that brings it."
            : "Install the version that the model was fitted with, or fit again.",
        cause);
  }
}
