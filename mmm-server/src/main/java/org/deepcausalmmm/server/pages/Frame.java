package org.deepcausalmmm.server.pages;

import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.server.base.Role;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.store.Credential;
import org.deepcausalmmm.server.store.Project;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the content of every page.
 *
 * @param title the name of the page
 * @param person who looks at it; null before signing in
 * @param trail the pages above this one, outermost first
 */
public record Frame(String title, @Nullable Person person, List<Link> trail) {

  /**
   * Who looks at a page.
   *
   * @param csrf what changes must carry along; empty where the host application signs users in
   */
  public record Person(String name, Role role, String csrf) {
    /** Returns the first letter of the name. */
    public String initial() {
      return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
  }

  /** A place and its name. */
  public record Link(String name, String place) {}

  public Frame {
    trail = List.copyOf(trail);
  }

  /** Returns the frame of a page outside projects. */
  static Frame of(Exchange exchange, String title) {
    return new Frame(title, person(exchange), List.of());
  }

  /** Returns the frame of a project's own page. */
  static Frame ofProject(Exchange exchange) {
    return new Frame(exchange.project().name(), person(exchange), List.of(projects()));
  }

  /** Returns the frame of a page within a project. */
  static Frame inProject(Exchange exchange, String title, Link... between) {
    Project project = exchange.project();
    List<Link> trail = new java.util.ArrayList<>();
    trail.add(projects());
    trail.add(new Link(project.name(), Places.project(project.id())));
    trail.addAll(List.of(between));
    return new Frame(title, person(exchange), trail);
  }

  private static Link projects() {
    return new Link("Projects", "/");
  }

  private static Person person(Exchange exchange) {
    Credential credential = exchange.credential();
    String csrf = credential.csrf();
    return new Person(credential.user().name(), credential.role(), csrf == null ? "" : csrf);
  }

  /** Returns whether the person may change data, runs and plans. */
  public boolean mayChange() {
    return person != null && person.role().covers(Role.ANALYST);
  }

  /** Returns whether the person may manage users and schedules. */
  public boolean mayManage() {
    return person != null && person.role() == Role.ADMIN;
  }
}
