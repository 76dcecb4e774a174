package org.deepcausalmmm.server.store;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.ServerCode;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The jobs as users see them. */
public final class JobStore {
  private final Database database;
  private final Clock clock;

  @Inject
  JobStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Adds a job, or returns the one that the same key has added before.
   *
   * @param key what the client calls the request, so that it may repeat it; null without
   * @throws org.deepcausalmmm.server.base.ServerException MMM-USAGE-517 if the key was used for
   *     another request
   */
  public Job submit(String project, Job.Order order, String user, @Nullable String key) {
    String hash = Ids.sha256(order.kind().text() + order.request());
    if (key != null) {
      Optional<Job> before = ofKey(project, key, hash);
      if (before.isPresent()) {
        return before.get();
      }
    }
    try {
      return database.transact(handle -> insert(handle, project, order, user, key, hash));
    } catch (RuntimeException e) {
      if (key != null && Database.isDuplicate(e)) {
        return ofKey(project, key, hash).orElseThrow(() -> e);
      }
      throw e;
    }
  }

  private Job insert(
      Handle handle,
      String project,
      Job.Order order,
      String user,
      @Nullable String key,
      String hash) {
    String id = Ids.next("job");
    handle
        .createUpdate(
            """
            insert into jobs (id, project_id, kind, priority, request, idempotency_key,
              request_hash, created, created_by, schedule_id, state, lease, attempt, not_before,
              cancel_requested, done, total)
            values (:id, :project, :kind, :priority, :request, :key, :hash, :created, :by,
              :schedule, 'queued', 0, 0, 0, false, 0, 0)
            """)
        .bind("id", id)
        .bind("project", project)
        .bind("kind", order.kind().text())
        .bind("priority", order.priority())
        .bind("request", order.request())
        .bind("key", key)
        .bind("hash", hash)
        .bind("created", clock.millis())
        .bind("by", user)
        .bind("schedule", order.schedule())
        .execute();
    return get(handle, id).orElseThrow();
  }

  private Optional<Job> ofKey(String project, String key, String hash) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select id, request_hash from jobs"
                        + " where project_id = :project and idempotency_key = :key")
                .bind("project", project)
                .bind("key", key)
                .map(
                    (row, context) -> {
                      if (!row.getString(2).equals(hash)) {
                        throw ServerCode.KEY_REUSED.error(
                            "The Idempotency-Key was used before for another request.",
                            "Use a new key for each request, and the same for its repetition.");
                      }
                      return row.getString(1);
                    })
                .findOne()
                .flatMap(id -> get(handle, id)));
  }

  /** Returns a job. */
  public Optional<Job> get(String id) {
    return database.with(handle -> get(handle, id));
  }

  /** Returns a job of a project. */
  public Optional<Job> get(String project, String id) {
    return get(id).filter(job -> job.project().equals(project));
  }

  private static Optional<Job> get(Handle handle, String id) {
    return handle
        .createQuery(JobRow.COLUMNS + "where j.id = :id")
        .bind("id", id)
        .map((row, context) -> JobRow.read(row))
        .findOne();
  }

  /**
   * Returns a project's jobs, the newest first.
   *
   * @param state only those in this state; null for all
   */
  public Page<Job> list(String project, @Nullable JobState state, Page.Request page) {
    List<Job> rows =
        database.with(
            handle ->
                handle
                    .createQuery(
                        JobRow.COLUMNS
                            + """
                            where j.project_id = :project and j.seq < :before
                              and (:any or j.state = :state)
                            order by j.seq desc limit :rows
                            """)
                    .bind("project", project)
                    .bind("before", page.before())
                    .bind("any", state == null)
                    .bind("state", state == null ? "" : state.text())
                    .bind("rows", page.rows())
                    .map((row, context) -> JobRow.read(row))
                    .list());
    return Page.of(rows, page, Job::seq);
  }

  /** How many jobs of a kind are in a state. */
  public record Count(String kind, String state, long jobs) {}

  /** Returns how many jobs there are by kind and state. */
  public List<Count> counts() {
    return database.with(
        handle ->
            handle
                .createQuery("select kind, state, count(*) from jobs group by kind, state")
                .map(
                    (row, context) -> new Count(row.getString(1), row.getString(2), row.getLong(3)))
                .list());
  }

  /** Returns since when the oldest waiting job waits; empty if none does. */
  public Optional<Long> oldestQueued() {
    return database.with(
        handle ->
            handle
                .createQuery("select min(created) from jobs where state = 'queued'")
                .map((row, context) -> row.getObject(1) == null ? null : row.getLong(1))
                .findOne());
  }

  /** Returns how many jobs wait. */
  public long queued() {
    return database.with(
        handle ->
            handle
                .createQuery("select count(*) from jobs where state = 'queued'")
                .mapTo(Long.class)
                .one());
  }
}
