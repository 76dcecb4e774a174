package org.deepcausalmmm.server.http;

/**
 * A method and a path, who may use them, and what they do.
 *
 * @param path parameters in braces, as in openapi.yaml; {@code {project}} is looked up before the
 *     action runs
 */
public record Route(Verb verb, String path, Access access, Action action) {
  /** The parameter of a path that names a project. */
  public static final String PROJECT = "{project}";

  /** Returns a route that reads. */
  public static Route get(String path, Access access, Action action) {
    return new Route(Verb.GET, path, access, action);
  }

  /** Returns a route that adds or starts something. */
  public static Route post(String path, Access access, Action action) {
    return new Route(Verb.POST, path, access, action);
  }

  /** Returns a route that replaces something. */
  public static Route put(String path, Access access, Action action) {
    return new Route(Verb.PUT, path, access, action);
  }

  /** Returns a route that changes parts of something. */
  public static Route patch(String path, Access access, Action action) {
    return new Route(Verb.PATCH, path, access, action);
  }

  /** Returns a route that deletes something. */
  public static Route delete(String path, Access access, Action action) {
    return new Route(Verb.DELETE, path, access, action);
  }

  /** Returns whether the route belongs to a project. */
  public boolean ofProject() {
    return path.contains(PROJECT);
  }
}
