package org.deepcausalmmm.server.api;

/** The paths of the API. */
final class Paths {
  static final String API = "/api/v1";
  static final String PROJECTS = API + "/projects";
  static final String PROJECT = PROJECTS + "/{project}";

  private Paths() {}

  /** Returns the path of something in a project. */
  static String in(String project, String kind, String id) {
    return PROJECTS + "/" + project + "/" + kind + "/" + id;
  }
}
