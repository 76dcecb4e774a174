package org.deepcausalmmm.server.http;

import java.util.List;

/** Routes that belong together. */
public interface RouteGroup {
  /** Returns the routes. */
  List<Route> routes();
}
