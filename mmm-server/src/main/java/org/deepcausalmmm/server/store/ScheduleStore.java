package org.deepcausalmmm.server.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.server.base.Ids;
import org.jspecify.annotations.Nullable;

/** The schedules. */
public final class ScheduleStore {
  private static final long HOUR_MILLIS = 3_600_000;
  private static final int LONGEST_ERROR = 3_900;
  private static final String COLUMNS =
      """
      select id, seq, project_id, name, run_id, source, every_hours, webhook, email, enabled,
        next_due, pending_job, last_job, last_error, created, created_by
      from schedules
      """;

  private final Database database;
  private final Clock clock;
  private final ProjectRows<Schedule> rows;

  @Inject
  ScheduleStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    rows = new ProjectRows<>(database, COLUMNS, (row, context) -> read(row), Schedule::seq);
  }

  /** Adds a schedule, which is due after its first interval. */
  public Schedule create(String project, Schedule.Plan plan, String user) {
    String id = Ids.next("sch");
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into schedules (id, project_id, name, run_id, source, every_hours,
                      webhook, email, enabled, next_due, created, created_by)
                    values (:id, :project, :name, :run, :source, :hours, :webhook, :email, true,
                      :due, :created, :by)
                    """)
                .bind("id", id)
                .bind("project", project)
                .bind("name", plan.name())
                .bind("run", plan.run())
                .bind("source", plan.source())
                .bind("hours", plan.everyHours())
                .bind("webhook", plan.webhook())
                .bind("email", plan.email().isEmpty() ? null : String.join(",", plan.email()))
                .bind("due", clock.millis() + plan.everyHours() * HOUR_MILLIS)
                .bind("created", clock.millis())
                .bind("by", user)
                .execute());
    return get(project, id).orElseThrow();
  }

  /** Returns a schedule of a project. */
  public Optional<Schedule> get(String project, String id) {
    return rows.get(project, id);
  }

  /** Returns a project's schedules, the newest first. */
  public Page<Schedule> list(String project, Page.Request page) {
    return rows.list(project, page);
  }

  /** Returns the schedules that are due, or whose refresh runs. */
  public List<Schedule> dueOrPending() {
    return database.with(
        handle ->
            handle
                .createQuery(
                    COLUMNS
                        + "where pending_job is not null or (enabled and next_due <= :now)"
                        + " order by next_due")
                .bind("now", clock.millis())
                .map((row, context) -> read(row))
                .list());
  }

  /** Switches a schedule, changes its interval, or makes it due. */
  public void change(String id, boolean enabled, int everyHours, long nextDue) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    "update schedules set enabled = :enabled, every_hours = :hours,"
                        + " next_due = :due where id = :id")
                .bind("id", id)
                .bind("enabled", enabled)
                .bind("hours", everyHours)
                .bind("due", nextDue)
                .execute());
  }

  /** Notes that a refresh has begun, or why none has. */
  public void begun(Schedule schedule, @Nullable String job, @Nullable String error) {
    long next = clock.millis() + schedule.plan().everyHours() * HOUR_MILLIS;
    database.with(
        handle ->
            handle
                .createUpdate(
                    "update schedules set pending_job = :job, last_error = :error,"
                        + " next_due = :due where id = :id")
                .bind("id", schedule.id())
                .bind("job", job)
                .bind("error", cut(error))
                .bind("due", next)
                .execute());
  }

  /**
   * Notes that the refresh has ended.
   *
   * @param run the run to go on from
   */
  public void ended(Schedule schedule, String run, @Nullable String error) {
    database.with(
        handle ->
            handle
                .createUpdate(
                    "update schedules set last_job = pending_job, pending_job = null,"
                        + " run_id = :run, last_error = :error where id = :id")
                .bind("id", schedule.id())
                .bind("run", run)
                .bind("error", cut(error))
                .execute());
  }

  private static @Nullable String cut(@Nullable String error) {
    return error == null || error.length() <= LONGEST_ERROR
        ? error
        : error.substring(0, LONGEST_ERROR);
  }

  /** Deletes a schedule. */
  public void delete(String id) {
    database.with(
        handle ->
            handle.createUpdate("delete from schedules where id = :id").bind("id", id).execute());
  }

  private static List<String> addresses(@Nullable String joined) {
    return joined == null ? List.of() : List.of(joined.split(","));
  }

  private static Schedule read(ResultSet row) throws SQLException {
    Schedule.Plan plan =
        new Schedule.Plan(
            row.getString("name"),
            row.getString("run_id"),
            row.getString("source"),
            row.getInt("every_hours"),
            row.getString("webhook"),
            addresses(row.getString("email")));
    Schedule.History state =
        new Schedule.History(
            row.getBoolean("enabled"),
            row.getLong("next_due"),
            row.getString("pending_job"),
            row.getString("last_job"),
            row.getString("last_error"));
    return new Schedule(
        row.getString("id"),
        row.getLong("seq"),
        row.getString("project_id"),
        plan,
        state,
        row.getLong("created"),
        row.getString("created_by"));
  }
}
