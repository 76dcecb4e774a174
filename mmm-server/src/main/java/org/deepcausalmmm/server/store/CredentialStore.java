package org.deepcausalmmm.server.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.Role;
import org.jspecify.annotations.Nullable;

/**
 * Sessions, tokens and login links. Of each secret only the SHA-256 is stored: it has 256 random
 * bits, so that no slow hash is needed.
 */
public final class CredentialStore {
  private static final Duration SESSION = Duration.ofHours(12);
  private static final Duration LINK = Duration.ofHours(1);

  private final Database database;
  private final Clock clock;

  /**
   * A session that has just begun.
   *
   * @param secret the value of the cookie
   * @param csrf what a page sends along with each change
   */
  public record NewSession(String secret, String csrf) {}

  @Inject
  CredentialStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Begins a session. */
  public NewSession beginSession(String user) {
    NewSession session = new NewSession(Ids.secret(), Ids.secret());
    database.transact(
        handle -> {
          handle
              .createUpdate("delete from sessions where expires < :now")
              .bind("now", clock.millis())
              .execute();
          return handle
              .createUpdate(
                  """
                  insert into sessions (hash, user_id, csrf, created, expires)
                  values (:hash, :user, :csrf, :created, :expires)
                  """)
              .bind("hash", Ids.sha256(session.secret()))
              .bind("user", user)
              .bind("csrf", session.csrf())
              .bind("created", clock.millis())
              .bind("expires", clock.millis() + SESSION.toMillis())
              .execute();
        });
    return session;
  }

  /** Ends a session. */
  public void endSession(String secret) {
    database.with(
        handle ->
            handle
                .createUpdate("delete from sessions where hash = :hash")
                .bind("hash", Ids.sha256(secret))
                .execute());
  }

  /** Returns a session that has not expired. */
  public Optional<Credential> session(String secret) {
    return find(
        """
        select u.id, u.seq, u.name, u.role, u.active, u.created, u.role, s.csrf
        from sessions s join users u on u.id = s.user_id
        where s.hash = :hash and s.expires > :now and u.active
        """,
        secret);
  }

  /** Returns a token that has not expired. */
  public Optional<Credential> token(String secret) {
    return find(
        """
        select u.id, u.seq, u.name, u.role, u.active, u.created, t.role, null
        from tokens t join users u on u.id = t.user_id
        where t.hash = :hash and (t.expires is null or t.expires > :now) and u.active
        """,
        secret);
  }

  private Optional<Credential> find(String query, String secret) {
    return database.with(
        handle ->
            handle
                .createQuery(query)
                .bind("hash", Ids.sha256(secret))
                .bind("now", clock.millis())
                .map((row, context) -> credential(row))
                .findOne());
  }

  private static Credential credential(ResultSet row) throws SQLException {
    User user =
        new User(
            row.getString(1),
            row.getLong(2),
            row.getString(3),
            Role.of(row.getString(4)).orElse(Role.VIEWER),
            row.getBoolean(5),
            row.getLong(6));
    Role role = Role.of(row.getString(7)).orElse(Role.VIEWER);
    return new Credential(user, user.role().atMost(role), row.getString(8));
  }

  /** Creates a token and returns its secret, which is nowhere else. */
  public String createToken(String user, String name, Role role, @Nullable Long expires) {
    String secret = "mmm_" + Ids.secret();
    database.with(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into tokens (id, user_id, name, hash, role, created, expires)
                    values (:id, :user, :name, :hash, :role, :created, :expires)
                    """)
                .bind("id", Ids.next("tok"))
                .bind("user", user)
                .bind("name", name)
                .bind("hash", Ids.sha256(secret))
                .bind("role", role.text())
                .bind("created", clock.millis())
                .bind("expires", expires)
                .execute());
    return secret;
  }

  /** Returns the tokens of a user, the newest first. */
  public Page<ApiToken> tokens(String user, Page.Request page) {
    List<ApiToken> rows =
        database.with(
            handle ->
                handle
                    .createQuery(
                        """
                        select id, seq, name, role, created, expires from tokens
                        where user_id = :user and seq < :before order by seq desc limit :rows
                        """)
                    .bind("user", user)
                    .bind("before", page.before())
                    .bind("rows", page.rows())
                    .map((row, context) -> apiToken(row))
                    .list());
    return Page.of(rows, page, ApiToken::seq);
  }

  private static ApiToken apiToken(ResultSet row) throws SQLException {
    long expires = row.getLong(6);
    return new ApiToken(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        Role.of(row.getString(4)).orElse(Role.VIEWER),
        row.getLong(5),
        expires == 0 ? null : expires);
  }

  /** Deletes a token of a user; returns whether there was one. */
  public boolean deleteToken(String user, String id) {
    return database.with(
            handle ->
                handle
                    .createUpdate("delete from tokens where id = :id and user_id = :user")
                    .bind("id", id)
                    .bind("user", user)
                    .execute())
        > 0;
  }

  /** Creates the secret of a link that signs a user in, once. */
  public String createLink(String user) {
    String secret = Ids.secret();
    database.with(
        handle ->
            handle
                .createUpdate(
                    "insert into login_links (hash, user_id, expires)"
                        + " values (:hash, :user, :expires)")
                .bind("hash", Ids.sha256(secret))
                .bind("user", user)
                .bind("expires", clock.millis() + LINK.toMillis())
                .execute());
    return secret;
  }

  /** Uses up a link and returns the user whom it signs in. */
  public Optional<String> useLink(String secret) {
    return database.transact(
        handle -> {
          Optional<String> user =
              handle
                  .createQuery(
                      "select user_id from login_links where hash = :hash and expires > :now"
                          + " for update")
                  .bind("hash", Ids.sha256(secret))
                  .bind("now", clock.millis())
                  .mapTo(String.class)
                  .findOne();
          handle
              .createUpdate("delete from login_links where hash = :hash or expires <= :now")
              .bind("hash", Ids.sha256(secret))
              .bind("now", clock.millis())
              .execute();
          return user;
        });
  }
}
