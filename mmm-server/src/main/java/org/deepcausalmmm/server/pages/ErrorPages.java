package org.deepcausalmmm.server.pages;

import jakarta.inject.Inject;
import java.util.List;
import org.deepcausalmmm.server.http.ApiProblem;
import org.deepcausalmmm.server.http.ErrorView;

/** The pages that a browser gets in place of one that it may not see or that does not exist. */
public final class ErrorPages implements ErrorView {
  private static final int NOT_SIGNED_IN = 401;

  private final PageRenderer renderer;

  @Inject
  ErrorPages(PageRenderer renderer) {
    this.renderer = renderer;
  }

  /** The values of the page of an error. */
  public record ErrorPage(Frame frame, ApiProblem problem, String requestId) {}

  @Override
  public byte[] html(ApiProblem problem, String requestId) {
    boolean signIn = problem.status() == NOT_SIGNED_IN;
    Frame frame = new Frame(signIn ? "Sign in" : "Something went wrong", null, List.of());
    return renderer.render(signIn ? "signin" : "error", new ErrorPage(frame, problem, requestId));
  }
}
