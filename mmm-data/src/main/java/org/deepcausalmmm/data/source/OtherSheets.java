package org.deepcausalmmm.data.source;

import java.util.function.Supplier;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.table.Table;

/** The advice to look at another sheet, where the first one of a workbook holds no panel. */
final class OtherSheets {
  private OtherSheets() {}

  /** Returns the result of some work, whose errors of missing roles name the sheets. */
  static <T> T named(Table table, Supplier<T> work) {
    try {
      return work.get();
    } catch (MmmException e) {
      if (!e.code().equals(DataCode.ROLES_UNKNOWN.code())) {
        throw e;
      }
      throw table.notes().stream()
          .filter(note -> note.advice().contains("data.sheet"))
          .findFirst()
          .map(
              note ->
                  DataCode.ROLES_UNKNOWN.error(
                      String.valueOf(e.getMessage()), note.what() + " " + note.advice(), e))
          .orElse(e);
    }
  }
}
