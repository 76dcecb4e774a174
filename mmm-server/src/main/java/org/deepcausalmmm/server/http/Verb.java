package org.deepcausalmmm.server.http;

/** The HTTP methods in use. */
public enum Verb {
  GET,
  POST,
  PUT,
  PATCH,
  DELETE;

  /** Returns whether the method may change something. */
  public boolean writes() {
    return this != GET;
  }
}
