package org.deepcausalmmm.core.modelfile;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** Numbers what can be wrong with a model file; docs/errors.md explains each. */
enum ModelFileCode {
  ABSENT(ErrorKind.DATA, 401, "Give the path of a model.mmm that 'mmm fit' wrote."),
  DAMAGED(ErrorKind.DATA, 402, "Copy the file anew, or fit again."),
  NEWER_FORMAT(ErrorKind.DATA, 403, "Load it with the version that wrote it, or a later one."),
  TOO_LARGE(ErrorKind.DATA, 404, "Do not open it: a fit writes no such file."),
  BAD_PATH(ErrorKind.DATA, 405, "Do not unpack it: a fit writes no such file."),
  WRONG_ENTRY(ErrorKind.DATA, 406, "Give the file as 'mmm fit' wrote it."),
  WRONG_SHAPE(ErrorKind.DATA, 407, "Give the file as 'mmm fit' wrote it."),
  NOT_A_NUMBER(ErrorKind.DATA, 408, "Give the file as 'mmm fit' wrote it."),
  OTHER_DATA(ErrorKind.DATA, 409, "Give the file as 'mmm fit' wrote it."),
  MISSING_COMPONENT(ErrorKind.PLUGIN, 401, "Install the plugin that brings it."),
  CHANGED_COMPONENT(ErrorKind.PLUGIN, 402, "Install the version named, or fit again."),
  CHANGED_OPTIONS(ErrorKind.PLUGIN, 403, "Install the version that wrote it, or fit again.");

  private final ErrorKind kind;
  private final int number;
  private final String advice;

  ModelFileCode(ErrorKind kind, int number, String advice) {
    this.kind = kind;
    this.number = number;
    this.advice = advice;
  }

  MmmException error(String what) {
    return error(what, null);
  }

  MmmException error(String what, @Nullable Throwable cause) {
    return new MmmException(kind, number, what, advice, cause);
  }
}
