package org.deepcausalmmm.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The columns of a job, and how they are read. */
final class JobRow {
  static final String COLUMNS =
      """
      select j.id, j.seq, j.project_id, j.kind, j.priority, j.request, j.schedule_id, j.created,
        j.created_by, j.state, j.attempt, j.cancel_requested, j.stage, j.done, j.total, j.started,
        j.finished, j.code, j.message, j.advice
      from jobs j
      """;

  private JobRow() {}

  static Job read(ResultSet row) throws SQLException {
    Job.Order order =
        new Job.Order(
            JobKind.of(row.getString("kind")).orElseThrow(),
            row.getInt("priority"),
            row.getString("request"),
            row.getString("schedule_id"));
    String code = row.getString("code");
    Job.Status status =
        new Job.Status(
            JobState.of(row.getString("state")),
            row.getInt("attempt"),
            row.getBoolean("cancel_requested"),
            new Job.Step(row.getString("stage"), row.getInt("done"), row.getInt("total")),
            time(row, "started"),
            time(row, "finished"),
            code == null
                ? null
                : new Job.Failure(code, row.getString("message"), row.getString("advice")));
    return new Job(
        row.getString("id"),
        row.getLong("seq"),
        row.getString("project_id"),
        order,
        status,
        row.getLong("created"),
        row.getString("created_by"));
  }

  private static @Nullable Long time(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : millis;
  }
}
