package org.deepcausalmmm.server.pages;

import org.deepcausalmmm.report.text.Human;
import org.deepcausalmmm.report.text.NumberStyle;
import org.deepcausalmmm.server.http.Access;
import org.deepcausalmmm.server.http.Action;
import org.deepcausalmmm.server.http.Route;

/** Routes of pages, whose numbers are written as the reader's browser prefers. */
final class PageRoute {
  private PageRoute() {}

  /** Returns a route that shows a page. */
  static Route get(String path, Access access, Action action) {
    return Route.get(
        path,
        access,
        exchange ->
            Human.in(
                NumberStyle.ofLanguages(exchange.header("Accept-Language").orElse("")),
                () -> action.handle(exchange)));
  }
}
