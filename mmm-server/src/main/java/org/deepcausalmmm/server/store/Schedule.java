package org.deepcausalmmm.server.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refresh of a run at intervals.
 *
 * @param plan what happens, and when
 * @param state what has happened
 * @param created milliseconds since 1970
 */
public record Schedule(
    String id, long seq, String project, Plan plan, History state, long created, String createdBy) {

  /**
   * What happens, and when.
   *
   * @param run the run to go on from; each refresh takes the place of the one before
   * @param source where the data come from, as JSON
   * @param webhook the address to tell of changes; null for none
   * @param email the mailboxes to tell of changes
   */
  public record Plan(
      String name,
      String run,
      String source,
      int everyHours,
      @Nullable String webhook,
      List<String> email) {

    public Plan {
      email = List.copyOf(email);
    }
  }

  /**
   * What has happened.
   *
   * @param nextDue milliseconds since 1970
   * @param pendingJob the refresh that runs now; null for none
   * @param lastJob the last refresh that has ended; null before the first
   * @param lastError why the last time brought no refresh; null if it did
   */
  public record History(
      boolean enabled,
      long nextDue,
      @Nullable String pendingJob,
      @Nullable String lastJob,
      @Nullable String lastError) {}
}
