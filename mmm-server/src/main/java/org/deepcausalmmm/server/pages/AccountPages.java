package org.deepcausalmmm.server.pages;

import static org.deepcausalmmm.server.http.Access.VIEWER;

import jakarta.inject.Inject;
import java.util.List;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.store.ApiToken;
import org.deepcausalmmm.server.store.CredentialStore;
import org.deepcausalmmm.server.store.Page;

/** The page on which users keep the tokens of their programs. */
public final class AccountPages implements RouteGroup {
  private static final Page.Request MANY = new Page.Request(Long.MAX_VALUE, 200);

  private final CredentialStore credentials;
  private final PageRenderer renderer;

  @Inject
  AccountPages(CredentialStore credentials, PageRenderer renderer) {
    this.credentials = credentials;
    this.renderer = renderer;
  }

  /** The values of the page. */
  public record AccountPage(Frame frame, List<ApiToken> tokens) {}

  @Override
  public List<Route> routes() {
    return List.of(PageRoute.get("/account", VIEWER, this::account));
  }

  private void account(Exchange exchange) {
    List<ApiToken> tokens = credentials.tokens(exchange.user().id(), MANY).items();
    renderer.show(exchange, "account", new AccountPage(Frame.of(exchange, "API tokens"), tokens));
  }
}
