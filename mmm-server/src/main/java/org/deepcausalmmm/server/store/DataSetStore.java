package org.deepcausalmmm.server.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.deepcausalmmm.server.base.Ids;

/** The versions of data. */
public final class DataSetStore {
  private static final String COLUMNS =
      """
      select id, seq, project_id, name, hash, format, bytes, row_count, column_count, roles,
        created, created_by
      from datasets
      """;

  private final Database database;
  private final Clock clock;
  private final ProjectRows<DataSet> rows;

  @Inject
  DataSetStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    rows = new ProjectRows<>(database, COLUMNS, (row, context) -> read(row), DataSet::seq);
  }

  /** Adds a version whose content is in its place. */
  public DataSet create(String project, String name, DataSet.Content content, String user) {
    String id = Ids.next("dat");
    return database.transact(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into datasets (id, project_id, name, hash, format, bytes, row_count,
                    column_count, created, created_by)
                  values (:id, :project, :name, :hash, :format, :bytes, :rows, :columns, :created,
                    :by)
                  """)
              .bind("id", id)
              .bind("project", project)
              .bind("name", name)
              .bind("hash", content.hash())
              .bind("format", content.format())
              .bind("bytes", content.bytes())
              .bind("rows", content.rows())
              .bind("columns", content.columns())
              .bind("created", clock.millis())
              .bind("by", user)
              .execute();
          return handle
              .createQuery(COLUMNS + "where id = :id")
              .bind("id", id)
              .map((row, context) -> read(row))
              .one();
        });
  }

  /** Returns a version of a project's data. */
  public Optional<DataSet> get(String project, String id) {
    return rows.get(project, id);
  }

  /** Returns a project's data, the newest first. */
  public Page<DataSet> list(String project, Page.Request page) {
    return rows.list(project, page);
  }

  /** Sets the roles of the columns. */
  public void setRoles(String id, String roles) {
    database.with(
        handle ->
            handle
                .createUpdate("update datasets set roles = :roles where id = :id")
                .bind("id", id)
                .bind("roles", roles)
                .execute());
  }

  /** Deletes a version; its content goes with the next retention if nothing else has it. */
  public void delete(String id) {
    database.with(
        handle ->
            handle.createUpdate("delete from datasets where id = :id").bind("id", id).execute());
  }

  /** Returns whether any version has this content. */
  public boolean holds(String hash) {
    return database.with(
        handle ->
            handle
                    .createQuery("select count(*) from datasets where hash = :hash")
                    .bind("hash", hash)
                    .mapTo(Long.class)
                    .one()
                > 0);
  }

  private static DataSet read(ResultSet row) throws SQLException {
    DataSet.Content content =
        new DataSet.Content(
            row.getString(5), row.getString(6), row.getLong(7), row.getLong(8), row.getInt(9));
    return new DataSet(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        content,
        row.getString(10),
        row.getLong(11),
        row.getString(12));
  }
}
