package org.deepcausalmmm.data.roles;

import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.deepcausalmmm.data.table.Table;

/** The errors that ask a user to decide the roles of columns. */
final class RoleErrors {
  private RoleErrors() {}

  /** Returns the error that columns may be channels as well as something else. */
  static RuntimeException undecided(Table table, List<String> columns) {
    String first = QuotedText.of(columns.get(0));
    return DataCode.ROLES_UNDECIDED.error(
        "%s: each of these columns may be a channel or a control, and would be left out: %s."
            .formatted(table.source(), NameList.quoted(columns)),
        "%s; decide there with 'channels: [%s]', or list them under controls or ignore. --accept-roles leaves them out."
            .formatted(RoleDetector.writeAll(table.source()), first));
  }

  /** Returns the error that cells of columns follow from those of others. */
  static RuntimeException copied(Table table, Map<String, String> copies) {
    List<String> pairs =
        copies.entrySet().stream()
            .map(e -> QuotedText.of(e.getKey()) + " from " + QuotedText.of(e.getValue()))
            .toList();
    String first = QuotedText.of(copies.keySet().iterator().next());
    return DataCode.ROLES_UNDECIDED.error(
        "%s: these columns can be computed exactly from others, as lags and other transforms can: %s."
            .formatted(table.source(), NameList.list(pairs)),
        "%s; decide there with 'ignore: [%s]', or list them under channels. --accept-roles leaves them out."
            .formatted(RoleDetector.writeAll(table.source()), first));
  }

  /** Returns the error that columns of media are running totals. */
  static RuntimeException running(Table table, List<String> columns) {
    return DataCode.ROLES_UNDECIDED.error(
        "%s: these columns hardly ever fall, as running totals do: %s."
            .formatted(table.source(), NameList.quoted(columns)),
        "Give the amount of each week. %s; decide there with 'channels: [%s]' if they are that. --accept-roles leaves them out."
            .formatted(RoleDetector.writeAll(table.source()), QuotedText.of(columns.get(0))));
  }
}
