package org.deepcausalmmm.server.store;

import java.time.Clock;
import org.deepcausalmmm.server.base.ServerCode;

/**
 * Which data directory belongs to which database: files and rows are worthless without each other.
 */
public final class ServerIdentity {
  private static final long MOST_DIFFERENCE_MILLIS = 60_000;

  private ServerIdentity() {}

  /**
   * Requires that directory and database belong together; a new database is given to the directory.
   *
   * @throws org.deepcausalmmm.server.base.ServerException MMM-SYSTEM-505 if the database belongs to
   *     another directory, MMM-SYSTEM-514 if its clock differs
   */
  public static void require(Database database, DataDirectory directory, Clock clock) {
    String owner =
        database.transact(
            handle ->
                handle
                    .createQuery("select directory_id from server where id = 1")
                    .mapTo(String.class)
                    .findOne()
                    .orElseGet(
                        () -> {
                          handle
                              .createUpdate(
                                  "insert into server (id, directory_id, created)"
                                      + " values (1, :directory, :now)")
                              .bind("directory", directory.id())
                              .bind("now", clock.millis())
                              .execute();
                          return directory.id();
                        }));
    if (!owner.equals(directory.id())) {
      throw ServerCode.DATABASE_OF_ANOTHER_DIRECTORY.error(
          "The database %s belongs to another data directory than %s."
              .formatted(database.settings(), directory.root()),
          "Give the directory that belongs to it at --data, or an empty database at --db.");
    }
    if (!database.settings().isEmbedded()) {
      requireSameTime(database, clock);
    }
  }

  private static void requireSameTime(Database database, Clock clock) {
    long theirs =
        database.with(
            handle ->
                handle
                    .createQuery("select cast(extract(epoch from current_timestamp) as bigint)")
                    .mapTo(Long.class)
                    .one());
    long difference = Math.abs(clock.millis() - theirs * 1000);
    if (difference > MOST_DIFFERENCE_MILLIS) {
      throw ServerCode.CLOCKS_DIFFER.error(
          "The clocks of the server and of the database %s differ by %d s."
              .formatted(database.settings(), difference / 1000),
          "Synchronise both with NTP, then start again.");
    }
  }
}
