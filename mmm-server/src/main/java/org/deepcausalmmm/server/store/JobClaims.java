package org.deepcausalmmm.server.store;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Who works on which job. */
public final class JobClaims {
  /** How long a server owns a job without saying so again. */
  public static final long LEASE_MILLIS = 20_000;

  private static final long LONGEST_DELAY_MILLIS = 600_000;

  /**
   * The next job: the highest priority; among those the project with the fewest running jobs, then
   * the one that waited longest for its turn. A lease or a delay that lies further ahead than any
   * can was written before the clock was set back, and has ended.
   */
  private static final String NEXT =
      """
      select j.id from jobs j
      where (j.state = 'queued' and (j.not_before <= :now or j.not_before > :latest))
        or (j.state = 'running' and (j.lease < :now or j.lease > :implausible))
      order by j.priority desc,
        (select count(*) from jobs r where r.project_id = j.project_id and r.state = 'running'),
        (select p.last_claim from projects p where p.id = j.project_id),
        j.seq
      limit 1 for update skip locked
      """;

  private static final String OWNED =
      " where id = :id and owner = :owner and attempt = :attempt and state = 'running'";

  private final Database database;
  private final Clock clock;

  @Inject
  JobClaims(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Takes the next job, if there is one. */
  public Optional<Claim> next(String owner) {
    return database.transact(handle -> next(handle, owner));
  }

  private Optional<Claim> next(Handle handle, String owner) {
    long now = clock.millis();
    Optional<String> id =
        handle
            .createQuery(NEXT)
            .bind("now", now)
            .bind("latest", now + LONGEST_DELAY_MILLIS)
            .bind("implausible", now + 2 * LEASE_MILLIS)
            .mapTo(String.class)
            .findOne();
    return id.map(
        found -> {
          handle
              .createUpdate(
                  """
                  update jobs set state = 'running', owner = :owner, lease = :lease,
                    attempt = attempt + 1, started = coalesce(started, :now)
                  where id = :id
                  """)
              .bind("id", found)
              .bind("owner", owner)
              .bind("lease", now + LEASE_MILLIS)
              .bind("now", now)
              .execute();
          Job job =
              handle
                  .createQuery(JobRow.COLUMNS + "where j.id = :id")
                  .bind("id", found)
                  .map((row, context) -> JobRow.read(row))
                  .one();
          handle
              .createUpdate("update projects set last_claim = :now where id = :id")
              .bind("now", now)
              .bind("id", job.project())
              .execute();
          return new Claim(job, owner, job.status().attempt());
        });
  }

  /** Renews the lease; returns whether the job is still owned. */
  public boolean renew(Claim claim) {
    return update(claim, "lease = :lease", u -> u.bind("lease", clock.millis() + LEASE_MILLIS));
  }

  /** Returns whether somebody asked to end the job. */
  public boolean cancelRequested(Claim claim) {
    return database.with(
        handle ->
            handle
                .createQuery("select cancel_requested from jobs where id = :id")
                .bind("id", claim.job().id())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true)); // deleted with its project
  }

  /** Notes where the worker is. */
  public void step(Claim claim, Job.Step step) {
    update(
        claim,
        "stage = :stage, done = :done, total = :total",
        u -> u.bind("stage", step.stage()).bind("done", step.done()).bind("total", step.total()));
  }

  /** Puts a job back for another attempt. */
  public boolean retry(Claim claim, long delayMillis) {
    return update(
        claim,
        "state = 'queued', owner = null, lease = 0, not_before = :later",
        u -> u.bind("later", clock.millis() + delayMillis));
  }

  /** Puts a job back as if the attempt had not been. */
  public boolean release(Claim claim) {
    return update(
        claim,
        "state = 'queued', owner = null, lease = 0, not_before = 0, attempt = attempt - 1",
        u -> u);
  }

  /** Ends a job that brings no result. */
  public boolean finish(Claim claim, JobState state, Job.@Nullable Failure failure) {
    return database.transact(handle -> finish(handle, claim, state, failure, clock.millis()));
  }

  /** Ends a job within a transaction. */
  static boolean finish(
      Handle handle, Claim claim, JobState state, Job.@Nullable Failure failure, long now) {
    return bound(
                handle.createUpdate(
                    "update jobs set state = :state, owner = null, lease = 0, finished = :now,"
                        + " code = :code, message = :message, advice = :advice"
                        + OWNED),
                claim)
            .bind("state", state.text())
            .bind("now", now)
            .bind("code", failure == null ? null : failure.code())
            .bind("message", failure == null ? null : failure.message())
            .bind("advice", failure == null ? null : failure.advice())
            .execute()
        > 0;
  }

  private boolean update(
      Claim claim, String change, java.util.function.UnaryOperator<Update> values) {
    return database.with(
        handle ->
            values
                    .apply(bound(handle.createUpdate("update jobs set " + change + OWNED), claim))
                    .execute()
                > 0);
  }

  private static Update bound(Update update, Claim claim) {
    return update
        .bind("id", claim.job().id())
        .bind("owner", claim.owner())
        .bind("attempt", claim.attempt());
  }

  /**
   * Asks to end a job: a waiting one ends at once, a running one soon.
   *
   * @return whether there was anything to end
   */
  public boolean requestCancel(String job) {
    return database.transact(
        handle -> {
          int waiting =
              handle
                  .createUpdate(
                      "update jobs set state = 'cancelled', cancel_requested = true,"
                          + " finished = :now where id = :id and state = 'queued'")
                  .bind("id", job)
                  .bind("now", clock.millis())
                  .execute();
          int running =
              handle
                  .createUpdate(
                      "update jobs set cancel_requested = true"
                          + " where id = :id and state = 'running'")
                  .bind("id", job)
                  .execute();
          return waiting + running > 0;
        });
  }

  /**
   * Puts back the jobs of an owner that is known to be gone: they are taken over at once, and the
   * attempt that it broke off does not count.
   */
  public int abandon(String owner) {
    return database.with(
        handle ->
            handle
                .createUpdate(
                    "update jobs set state = 'queued', owner = null, lease = 0,"
                        + " not_before = 0, attempt = attempt - 1"
                        + " where state = 'running' and owner = :owner")
                .bind("owner", owner)
                .execute());
  }
}
