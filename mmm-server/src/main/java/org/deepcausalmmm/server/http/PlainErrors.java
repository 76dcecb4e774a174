package org.deepcausalmmm.server.http;

import java.nio.ByteBuffer;
import org.deepcausalmmm.server.base.ServerCode;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers of the HTTP layer itself, in the same form as those of the API and as terse. */
final class PlainErrors extends ErrorHandler {

  /** Returns the problem of a status that the HTTP layer gives by itself. */
  static ApiProblem problem(int status) {
    return switch (status) {
      case 404 ->
          ApiProblem.of(
              ServerCode.NOT_FOUND.error(
                  "There is nothing at this path.", "See /openapi.yaml for what there is."));
      case 405 ->
          ApiProblem.of(
              ServerCode.METHOD_NOT_ALLOWED.error(
                  "This path has no such method.", "See /openapi.yaml for what there is."));
      case 413 -> ApiProblem.of(ServerCode.TOO_LARGE.error("The body is too large.", "Send less."));
      case 500 -> ApiProblem.of(new IllegalStateException());
      default ->
          new ApiProblem(
              status,
              ApiProblem.of(ServerCode.REQUEST_MALFORMED.error("", "")).code(),
              "The request is malformed, too large or too slow.",
              "Send a valid HTTP/1.1 request, with headers of at most 8 KiB.");
    };
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ApiProblem problem = problem(response.getStatus());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ApiProblem.MEDIA_TYPE);
    response.write(true, ByteBuffer.wrap(problem.bytes("none")), callback);
    return true;
  }
}
