package org.deepcausalmmm.server.store;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** What happened to each job, in order, for those who follow it. */
public final class JobEvents {
  private static final int TRIES = 4;

  private final Database database;
  private final Clock clock;

  /**
   * Something that happened.
   *
   * @param n counts from 1 within a job
   * @param type {@code state}, {@code progress} or {@code note}
   * @param body JSON
   */
  public record Event(int n, String type, String body, long created) {}

  @Inject
  JobEvents(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Adds an event. */
  public void add(String job, String type, String body) {
    for (int i = 1; ; i++) {
      try {
        database.with(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into job_events (job_id, n, type, body, created)
                        select j.id, 1 + coalesce((
                          select max(e.n) from job_events e where e.job_id = j.id), 0),
                          cast(:type as varchar(20)), cast(:body as text), cast(:now as bigint)
                        from jobs j where j.id = :job
                        """)
                    .bind("job", job)
                    .bind("type", type)
                    .bind("body", body)
                    .bind("now", clock.millis())
                    .execute());
        return;
      } catch (RuntimeException e) {
        if (!Database.isDuplicate(e) || i == TRIES) {
          throw e;
        }
      }
    }
  }

  /** Returns the events after one of them. */
  public List<Event> after(String job, int n, int limit) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select n, type, body, created from job_events
                    where job_id = :job and n > :n order by n limit :limit
                    """)
                .bind("job", job)
                .bind("n", n)
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Event(
                            row.getInt(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list());
  }
}
