package org.deepcausalmmm.server.job;

import java.time.Duration;
import java.util.List;
import org.deepcausalmmm.server.base.ServerCode;

/**
 * How jobs are run.
 *
 * @param command the command line of a worker, to which the job's directory is added; empty where
 *     an application runs the jobs itself
 * @param workers how many at a time
 * @param memory the most bytes that a worker may use
 * @param time the longest that a worker may take
 * @param grace how long jobs may go on when the server is asked to end
 */
public record WorkerSettings(
    List<String> command, int workers, long memory, Duration time, Duration grace) {

  public WorkerSettings {
    command = List.copyOf(command);
    if (workers < 1 || workers > 256) {
      throw ServerCode.SETTING_BAD.error(
          "The number of workers is %d.".formatted(workers), "Give 1 to 256 at --workers.");
    }
  }

  /** Returns half as many workers as there are cores, of 4 GiB and a day at most. */
  public static WorkerSettings of(List<String> command) {
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new WorkerSettings(
        command, workers, 4L << 30, Duration.ofHours(24), Duration.ofSeconds(5));
  }
}
