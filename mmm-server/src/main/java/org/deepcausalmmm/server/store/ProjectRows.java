package org.deepcausalmmm.server.store;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The rows of a table that belong to projects.
 *
 * @param select the query up to its condition
 * @param sequence the place of a row in the order of creation
 */
record ProjectRows<T>(
    Database database, String select, RowMapper<T> mapper, ToLongFunction<T> sequence) {

  /** Returns a row of a project. */
  Optional<T> get(String project, String id) {
    return database.with(
        handle ->
            handle
                .createQuery(select + "where id = :id and project_id = :project")
                .bind("id", id)
                .bind("project", project)
                .map(mapper)
                .findOne());
  }

  /** Returns a page of a project's rows, the newest first. */
  Page<T> list(String project, Page.Request page) {
    List<T> rows =
        database.with(
            handle ->
                handle
                    .createQuery(
                        select
                            + "where project_id = :project and seq < :before"
                            + " order by seq desc limit :rows")
                    .bind("project", project)
                    .bind("before", page.before())
                    .bind("rows", page.rows())
                    .map(mapper)
                    .list());
    return Page.of(rows, page, sequence);
  }
}
