package org.deepcausalmmm.server.ops;

import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.store.Database;

/** Whether the server can take requests. */
public final class Readiness {
  private final Database database;
  private final AtomicBoolean stopping = new AtomicBoolean();

  @Inject
  Readiness(Database database) {
    this.database = database;
  }

  /** Notes that the server is about to end. */
  public void stop() {
    stopping.set(true);
  }

  /**
   * Requires that the server can take requests.
   *
   * @throws org.deepcausalmmm.server.base.ServerException MMM-SYSTEM-511 if it is about to end,
   *     MMM-SYSTEM-504 if the database does not answer
   */
  public void require() {
    if (stopping.get()) {
      throw ServerCode.STOPPING.error("The server is shutting down.", "Try again in a minute.");
    }
    database.with(handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
  }
}
