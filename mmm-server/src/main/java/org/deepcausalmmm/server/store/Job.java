package org.deepcausalmmm.server.store;

import org.jspecify.annotations.Nullable;

/**
 * Work that a user or a schedule asked for.
 *
 * @param seq its place in the order of creation
 * @param created milliseconds since 1970
 * @param createdBy the user's name
 */
public record Job(
    String id,
    long seq,
    String project,
    Order order,
    Status status,
    long created,
    String createdBy) {

  /**
   * What is asked for.
   *
   * @param priority the higher, the sooner
   * @param request what was asked, as JSON
   * @param schedule the schedule that asked; null if a user did
   */
  public record Order(JobKind kind, int priority, String request, @Nullable String schedule) {}

  /**
   * How far it is.
   *
   * @param attempt how often a worker has begun it
   * @param cancelRequested whether somebody has asked to end it
   * @param started milliseconds since 1970; null before the first attempt
   * @param finished milliseconds since 1970; null before the end
   * @param failure why it failed; null otherwise
   */
  public record Status(
      JobState state,
      int attempt,
      boolean cancelRequested,
      Step step,
      @Nullable Long started,
      @Nullable Long finished,
      @Nullable Failure failure) {}

  /**
   * Where the worker is.
   *
   * @param stage in words; null before the first report
   * @param total 0 if the stage is not counted
   * @param loss the loss of the training at this point, told but not stored; NaN where there is
   *     none
   */
  public record Step(@Nullable String stage, int done, int total, double loss) {
    /** Creates a step without a loss. */
    public Step(@Nullable String stage, int done, int total) {
      this(stage, done, total, Double.NaN);
    }
  }

  /** Why a job failed: a stable code, what is wrong, what to do. */
  public record Failure(String code, String message, String advice) {
    private static final int LONGEST = 3900;

    public Failure {
      message = cut(message);
      advice = cut(advice);
    }

    private static String cut(String text) {
      return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }
  }
}
