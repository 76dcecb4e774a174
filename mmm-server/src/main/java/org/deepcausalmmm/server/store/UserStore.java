package org.deepcausalmmm.server.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.Role;
import org.deepcausalmmm.server.base.ServerCode;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The users. */
public final class UserStore {
  private static final String COLUMNS =
      "select u.id, u.seq, u.name, u.role, u.active, u.created from users u ";

  private final Database database;
  private final Clock clock;

  @Inject
  UserStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Creates a user.
   *
   * @param password the hash of the password; null for one who signs in otherwise
   * @param subject what the login provider calls the user; null without one
   * @throws org.deepcausalmmm.server.base.ServerException MMM-USAGE-507 if the name is taken
   */
  public User create(String name, @Nullable String password, @Nullable String subject, Role role) {
    String id = Ids.next("usr");
    try {
      return database.transact(
          handle -> {
            handle
                .createUpdate(
                    """
                    insert into users (id, name, password, subject, role, active, created)
                    values (:id, :name, :password, :subject, :role, true, :created)
                    """)
                .bind("id", id)
                .bind("name", name)
                .bind("password", password)
                .bind("subject", subject)
                .bind("role", role.text())
                .bind("created", clock.millis())
                .execute();
            return one(handle, "where u.id = :value", id).orElseThrow();
          });
    } catch (RuntimeException e) {
      throw Database.isDuplicate(e)
          ? ServerCode.NAME_TAKEN.error(
              "There is already a user '%s'.".formatted(name), "Choose another name.", e)
          : e;
    }
  }

  /** Returns a user by id. */
  public Optional<User> get(String id) {
    return database.with(handle -> one(handle, "where u.id = :value", id));
  }

  /** Returns a user by name. */
  public Optional<User> named(String name) {
    return database.with(handle -> one(handle, "where u.name = :value", name));
  }

  /** Returns a user by what the login provider calls the user. */
  public Optional<User> ofSubject(String subject) {
    return database.with(handle -> one(handle, "where u.subject = :value", subject));
  }

  private static Optional<User> one(Handle handle, String condition, String value) {
    return handle
        .createQuery(COLUMNS + condition)
        .bind("value", value)
        .map((row, context) -> read(row))
        .findOne();
  }

  /** Returns the hash of a user's password; empty for one who has none. */
  public Optional<String> password(String id) {
    return database.with(
        handle ->
            handle
                .createQuery("select password from users where id = :id and password is not null")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
  }

  /** Returns the users, the newest first. */
  public Page<User> list(Page.Request page) {
    List<User> rows =
        database.with(
            handle ->
                handle
                    .createQuery(COLUMNS + "where u.seq < :before order by u.seq desc limit :rows")
                    .bind("before", page.before())
                    .bind("rows", page.rows())
                    .map((row, context) -> read(row))
                    .list());
    return Page.of(rows, page, User::seq);
  }

  /** Changes role and state; who is no longer active is signed out. */
  public User change(String id, Role role, boolean active) {
    return database.transact(
        handle -> {
          handle
              .createUpdate("update users set role = :role, active = :active where id = :id")
              .bind("id", id)
              .bind("role", role.text())
              .bind("active", active)
              .execute();
          signOut(handle, id);
          return one(handle, "where u.id = :value", id).orElseThrow();
        });
  }

  /** Sets the hash of a password, and signs the user out everywhere. */
  public void setPassword(String id, String password) {
    database.transact(
        handle -> {
          signOut(handle, id);
          return handle
              .createUpdate("update users set password = :password where id = :id")
              .bind("id", id)
              .bind("password", password)
              .execute();
        });
  }

  private static void signOut(Handle handle, String id) {
    handle.createUpdate("delete from sessions where user_id = :id").bind("id", id).execute();
  }

  /** Returns how many active administrators can sign in with a password. */
  public int withPassword() {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select count(*) from users"
                        + " where role = 'admin' and active and password is not null")
                .mapTo(Integer.class)
                .one());
  }

  /** Returns how many active administrators there are. */
  public int administrators() {
    return database.with(
        handle ->
            handle
                .createQuery("select count(*) from users where role = 'admin' and active")
                .mapTo(Integer.class)
                .one());
  }

  private static User read(ResultSet row) throws SQLException {
    return new User(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        Role.of(row.getString(4)).orElse(Role.VIEWER),
        row.getBoolean(5),
        row.getLong(6));
  }
}
