package org.deepcausalmmm.cli.batch;

import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.executor.FitResult;

/**
 * What is known of the last try of a job.
 *
 * @param digest of the job that was tried
 * @param done whether its run is there
 * @param code the code of the error; blank if it is done
 * @param message what was wrong; blank if it is done
 * @param advice what to do; blank if it is done
 * @param attempts how often a worker began it; 0 if that is not known
 * @param seconds duration of the last attempt in seconds
 */
record JobRecord(
    String digest,
    boolean done,
    String code,
    String message,
    String advice,
    int attempts,
    double seconds) {
  /** Returns the record of a result. */
  static JobRecord of(String digest, FitResult<?> result) {
    RuntimeException error = result.error();
    String advice =
        error instanceof MmmException known
            ? known.advice()
            : "This is a defect of the program: please report it with the job's data.";
    return new JobRecord(
        digest,
        error == null,
        result.code(),
        error == null ? "" : String.valueOf(error.getMessage()),
        error == null ? "" : advice,
        result.attempts(),
        result.seconds());
  }

  /** Returns the record of a run that was found finished, without a record of its own. */
  static JobRecord found(String digest) {
    return new JobRecord(digest, true, "", "", "", 0, Double.NaN);
  }
}
