package org.deepcausalmmm.server.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The results of jobs. */
public final class ResultStore {
  private static final String COLUMNS =
      """
      select id, seq, project_id, kind, name, dataset_id, parent_id, command, kept, summary, manifest,
        bytes, created, created_by
      from results
      """;

  private final Database database;
  private final Clock clock;

  /** Creates the store on a database. */
  @Inject
  public ResultStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Adds the result of a job and ends the job: both or neither.
   *
   * @return whether the job was still owned
   */
  public boolean finish(
      Claim claim, StoredResult.Source origin, String summary, StoredResult.Files files) {
    return database.transact(
        handle -> {
          boolean owned = JobClaims.finish(handle, claim, JobState.DONE, null, clock.millis());
          if (owned) {
            insert(handle, claim.job(), origin, summary, files);
          }
          return owned;
        });
  }

  private void insert(
      Handle handle,
      Job job,
      StoredResult.Source origin,
      String summary,
      StoredResult.Files files) {
    handle
        .createUpdate(
            """
            insert into results (id, project_id, kind, name, dataset_id, parent_id, command,
              summary, manifest, bytes, kept, created, created_by)
            values (:id, :project, :kind, :name, :dataset, :parent, :command, :summary, :manifest, :bytes,
              :kept, :created, :by)
            """)
        .bind("id", job.id())
        .bind("project", job.project())
        .bind("kind", origin.kind().text())
        .bind("name", origin.name())
        .bind("dataset", origin.dataSet())
        .bind("parent", origin.parent())
        .bind("command", origin.command())
        .bind("summary", summary)
        .bind("manifest", files.manifest())
        .bind("bytes", files.bytes())
        .bind("kept", origin.kept())
        .bind("created", clock.millis())
        .bind("by", job.createdBy())
        .execute();
  }

  /** Returns a result of a project. */
  public Optional<StoredResult> get(String project, String id) {
    return get(id).filter(result -> result.project().equals(project));
  }

  /** Returns a result. */
  public Optional<StoredResult> get(String id) {
    return database.with(
        handle ->
            handle
                .createQuery(COLUMNS + "where id = :id")
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
  }

  /** Returns the results of a project in one list, the newest first. */
  public Page<StoredResult> list(String project, JobKind.Shelf shelf, Page.Request page) {
    List<String> kinds =
        java.util.Arrays.stream(JobKind.values())
            .filter(kind -> kind.shelf() == shelf)
            .map(JobKind::text)
            .toList();
    List<StoredResult> rows =
        database.with(
            handle ->
                handle
                    .createQuery(
                        COLUMNS
                            + "where project_id = :project and kind in (<kinds>)"
                            + " and seq < :before order by seq desc limit :rows")
                    .bindList("kinds", kinds)
                    .bind("project", project)
                    .bind("before", page.before())
                    .bind("rows", page.rows())
                    .map((row, context) -> read(row))
                    .list());
    return Page.of(rows, page, StoredResult::seq);
  }

  /** Returns every result, for backups and retention. */
  public List<StoredResult> all() {
    return database.with(
        handle ->
            handle.createQuery(COLUMNS + "order by seq").map((row, context) -> read(row)).list());
  }

  /** Renames a result, or keeps it from retention. */
  public void change(String id, String name, boolean kept) {
    database.with(
        handle ->
            handle
                .createUpdate("update results set name = :name, kept = :kept where id = :id")
                .bind("id", id)
                .bind("name", name)
                .bind("kept", kept)
                .execute());
  }

  /** Deletes a result; its files go with the next retention. */
  public void delete(String id) {
    database.with(
        handle ->
            handle.createUpdate("delete from results where id = :id").bind("id", id).execute());
  }

  private static StoredResult read(ResultSet row) throws SQLException {
    StoredResult.Source origin =
        new StoredResult.Source(
            JobKind.of(row.getString("kind")).orElseThrow(),
            row.getString("name"),
            row.getString("dataset_id"),
            row.getString("parent_id"),
            row.getString("command"),
            row.getBoolean("kept"));
    return new StoredResult(
        row.getString("id"),
        row.getLong("seq"),
        row.getString("project_id"),
        origin,
        row.getString("summary"),
        new StoredResult.Files(row.getString("manifest"), row.getLong("bytes")),
        row.getLong("created"),
        row.getString("created_by"));
  }
}
