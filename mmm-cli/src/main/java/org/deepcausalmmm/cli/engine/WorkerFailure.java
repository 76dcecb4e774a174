package org.deepcausalmmm.cli.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.server.store.Job;

/** The error that a worker reports, as the exception that it was there. */
public final class WorkerFailure {
  private static final Pattern CODE = Pattern.compile("MMM-([A-Z]+)-(\\d{3})");

  private WorkerFailure() {}

  /** The parts of a code that a worker reports. */
  private record Reported(ErrorKind kind, int number) {}

  /** Returns the exception of a failure. */
  public static RuntimeException of(Job.Failure failure) {
    Matcher code = CODE.matcher(failure.code());
    if (!code.matches() || failure.code().equals("MMM-SYSTEM-000")) {
      return new IllegalStateException(failure.message());
    }
    Reported reported =
        new Reported(ErrorKind.valueOf(code.group(1)), Integer.parseInt(code.group(2)));
    return new MmmException(
        reported.kind(), reported.number(), failure.message(), failure.advice());
  }
}
