package org.deepcausalmmm.server.http;

/** The form in which a browser that asks for a page is told of an error. */
public interface ErrorView {
  /** Returns the page of a problem, in UTF-8. */
  byte[] html(ApiProblem problem, String requestId);
}
