package org.deepcausalmmm.server.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.jdbi.v3.core.Handle;

/** The projects and who belongs to them. */
public final class ProjectStore {
  private static final String COLUMNS =
      "select p.id, p.seq, p.name, p.description, p.created, p.created_by from projects p ";

  private final Database database;
  private final Clock clock;

  @Inject
  ProjectStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Creates a project to which a user belongs.
   *
   * @throws ServerException MMM-USAGE-507 if there is one of this name
   */
  public Project create(String name, String description, User user) {
    String id = Ids.next("prj");
    try {
      return database.transact(
          handle -> {
            handle
                .createUpdate(
                    """
                    insert into projects (id, name, description, created, created_by, last_claim)
                    values (:id, :name, :description, :created, :by, 0)
                    """)
                .bind("id", id)
                .bind("name", name)
                .bind("description", description)
                .bind("created", clock.millis())
                .bind("by", user.name())
                .execute();
            addMember(handle, id, user.id());
            return get(handle, id).orElseThrow();
          });
    } catch (RuntimeException e) {
      throw taken(e, name);
    }
  }

  private static RuntimeException taken(RuntimeException error, String name) {
    return Database.isDuplicate(error)
        ? ServerCode.NAME_TAKEN.error(
            "There is already a project '%s'.".formatted(name), "Choose another name.", error)
        : error;
  }

  /** Returns a project. */
  public Optional<Project> get(String id) {
    return database.with(handle -> get(handle, id));
  }

  private static Optional<Project> get(Handle handle, String id) {
    return handle
        .createQuery(COLUMNS + "where p.id = :id")
        .bind("id", id)
        .map((row, context) -> read(row))
        .findOne();
  }

  /** Returns whether a user belongs to a project. */
  public boolean isMember(String project, String user) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select 1 from members where project_id = :project and user_id = :user")
                .bind("project", project)
                .bind("user", user)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
  }

  /** Returns the projects that a user may see: an administrator all, others their own. */
  public Page<Project> list(User user, boolean all, Page.Request page) {
    List<Project> rows =
        database.with(
            handle ->
                handle
                    .createQuery(
                        COLUMNS
                            + """
                            where p.seq < :before and (:all or exists (
                              select 1 from members m
                              where m.project_id = p.id and m.user_id = :user))
                            order by p.seq desc limit :rows
                            """)
                    .bind("all", all)
                    .bind("before", page.before())
                    .bind("rows", page.rows())
                    .bind("user", user.id())
                    .map((row, context) -> read(row))
                    .list());
    return Page.of(rows, page, Project::seq);
  }

  /**
   * Changes name and description.
   *
   * @throws ServerException MMM-USAGE-507 if another project has the name
   */
  public Project change(String id, String name, String description) {
    try {
      return database.transact(
          handle -> {
            handle
                .createUpdate(
                    "update projects set name = :name, description = :description where id = :id")
                .bind("id", id)
                .bind("name", name)
                .bind("description", description)
                .execute();
            return get(handle, id).orElseThrow();
          });
    } catch (RuntimeException e) {
      throw taken(e, name);
    }
  }

  /** Deletes a project with everything in it; its files go with the next retention. */
  public void delete(String id) {
    database.with(
        handle ->
            handle.createUpdate("delete from projects where id = :id").bind("id", id).execute());
  }

  /** Returns the names of the members. */
  public List<String> members(String project) {
    return database.with(
        handle ->
            handle
                .createQuery(
                    """
                    select u.name from members m join users u on u.id = m.user_id
                    where m.project_id = :project order by u.name
                    """)
                .bind("project", project)
                .mapTo(String.class)
                .list());
  }

  /** Adds a member; one who is a member already stays one. */
  public void addMember(String project, String user) {
    database.transact(
        handle -> {
          removeMember(handle, project, user);
          addMember(handle, project, user);
          return user;
        });
  }

  private static void addMember(Handle handle, String project, String user) {
    handle
        .createUpdate("insert into members (project_id, user_id) values (:project, :user)")
        .bind("project", project)
        .bind("user", user)
        .execute();
  }

  /** Removes a member. */
  public void removeMember(String project, String user) {
    database.with(handle -> removeMember(handle, project, user));
  }

  private static int removeMember(Handle handle, String project, String user) {
    return handle
        .createUpdate("delete from members where project_id = :project and user_id = :user")
        .bind("project", project)
        .bind("user", user)
        .execute();
  }

  private static Project read(ResultSet row) throws SQLException {
    return new Project(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getString(6));
  }
}
