package org.deepcausalmmm.core.modelfile;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** The error codes of model files; docs/errors.md explains each. */
enum ModelFileCode {
  ABSENT(401),
  DAMAGED(402),
  NEWER_FORMAT(403),
  TOO_LARGE(404),
  BAD_PATH(405),
  WRONG_ENTRY(406),
  WRONG_SHAPE(407),
  NOT_A_NUMBER(408),
  OTHER_DATA(409);

  private final int number;

  ModelFileCode(int number) {
    this.number = number;
  }

  MmmException error(String what) {
    return error(what, null);
  }

  MmmException error(String what, @Nullable Throwable cause) {
    return new MmmException(ErrorKind.DATA, number, what, advice(), cause);
  }

  private String advice() {
    return switch (this) {
      case ABSENT -> "Give the path of a model.mmm that 'mmm fit' wrote.";
      case DAMAGED -> "Copy the file again, or fit again.";
      case NEWER_FORMAT -> "Load it with the version that wrote it or a later one.";
      case TOO_LARGE, BAD_PATH -> "Do not use it: no fit writes such a file.";
      case WRONG_ENTRY, WRONG_SHAPE, NOT_A_NUMBER, OTHER_DATA ->
          "Use the unchanged file that 'mmm fit' wrote.";
    };
  }
}
