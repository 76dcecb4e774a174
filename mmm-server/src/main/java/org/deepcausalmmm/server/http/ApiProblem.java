package org.deepcausalmmm.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerException;

/**
 * An error as a client receives it, in the form of RFC 9457.
 *
 * @param status the HTTP status
 * @param code the platform's code; "MMM-SYSTEM-000" for a defect
 * @param title what is wrong
 * @param advice what to do
 */
public record ApiProblem(int status, String code, String title, String advice) {
  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String DOCUMENT = "https://deepcausalmmm.org/errors#";

  /** Returns the problem of an error: a defect shows nothing of its inside. */
  public static ApiProblem of(Throwable error) {
    if (error instanceof ServerException server) {
      return new ApiProblem(server.status(), server.code(), text(server), server.advice());
    }
    if (error instanceof MmmException known) {
      int status =
          switch (known.kind()) {
            case USAGE -> 400;
            case DATA, CONFIG, PLUGIN, FIT -> 422;
            case SYSTEM -> 500;
          };
      return new ApiProblem(status, known.code(), text(known), known.advice());
    }
    return new ApiProblem(
        500,
        "MMM-SYSTEM-000",
        "An unexpected error; the server's log tells more under the request's id.",
        "This is a defect of the program. Please report it with that part of the log.");
  }

  private static String text(MmmException error) {
    return String.valueOf(error.getMessage());
  }

  /** Returns the problem as JSON. */
  public byte[] bytes(String requestId) {
    ObjectNode node = Json.object();
    node.put("type", DOCUMENT + code);
    node.put("title", title);
    node.put("status", status);
    node.put("detail", title + " " + advice);
    node.put("code", code);
    node.put("advice", advice);
    node.put("requestId", requestId);
    return Json.bytes(node);
  }
}
