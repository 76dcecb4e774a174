package org.deepcausalmmm.server.store;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what to which object when. Entries are added and read, never changed or deleted. */
public final class AuditLog {
  private final Database database;
  private final Clock clock;

  /**
   * One deed.
   *
   * @param at milliseconds since 1970
   * @param action such as {@code project.create}
   * @param object the id of what it was done to
   * @param requestId the request that did it, as the logs name it
   */
  public record Entry(
      long seq,
      long at,
      String actor,
      String action,
      String object,
      @Nullable String project,
      String requestId) {}

  @Inject
  AuditLog(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Adds an entry. */
  public void add(
      String actor, String action, String object, @Nullable String project, String requestId) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into audit (at, actor, action, object, project_id, request_id)
                    values (:at, :actor, :action, :object, :project, :request)
                    """)
                .bind("at", clock.millis())
                .bind("actor", actor)
                .bind("action", action)
                .bind("object", object)
                .bind("project", project)
                .bind("request", requestId)
                .execute());
  }

  /** Returns entries, the newest first. */
  public Page<Entry> list(Page.Request page) {
    List<Entry> rows =
        database.with(
            handle ->
                handle
                    .createQuery(
                        """
                        select seq, at, actor, action, object, project_id, request_id from audit
                        where seq < :before order by seq desc limit :rows
                        """)
                    .bind("before", page.before())
                    .bind("rows", page.rows())
                    .map(
                        (row, context) ->
                            new Entry(
                                row.getLong(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7)))
                    .list());
    return Page.of(rows, page, Entry::seq);
  }
}
