package org.deepcausalmmm.server.pages;

import static org.deepcausalmmm.server.http.Access.ADMIN;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.job.PlatformDescription;
import org.deepcausalmmm.server.store.AuditLog;
import org.deepcausalmmm.server.store.Job;
import org.deepcausalmmm.server.store.JobStore;
import org.deepcausalmmm.server.store.Page;
import org.deepcausalmmm.server.store.Project;
import org.deepcausalmmm.server.store.ProjectStore;
import org.deepcausalmmm.server.store.Schedule;
import org.deepcausalmmm.server.store.ScheduleStore;
import org.deepcausalmmm.server.store.User;
import org.deepcausalmmm.server.store.UserStore;

/** The pages of administrators. */
public final class AdminPages implements RouteGroup {
  private static final Page.Request MANY = new Page.Request(Long.MAX_VALUE, 200);
  private static final int MOST_PROJECTS = 50;
  private static final Page.Request FEW = new Page.Request(Long.MAX_VALUE, 20);

  private final UserStore users;
  private final ProjectStore projects;
  private final JobStore jobs;
  private final ScheduleStore schedules;
  private final AuditLog audit;
  private final PlatformDescription platform;
  private final PageRenderer renderer;
  private final Clock clock;

  @Inject
  AdminPages(
      UserStore users,
      ProjectStore projects,
      JobStore jobs,
      ScheduleStore schedules,
      AuditLog audit,
      PlatformDescription platform,
      PageRenderer renderer,
      Clock clock) {
    this.users = users;
    this.projects = projects;
    this.jobs = jobs;
    this.schedules = schedules;
    this.audit = audit;
    this.platform = platform;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** Something of a project. */
  public record InProject<T>(Project project, T value) {}

  /**
   * The values of the pages of administrators; each part is empty unless it is shown.
   *
   * @param part users, jobs, schedules, plugins or audit
   * @param plugins the discovered components as the command line lists them
   */
  public record AdminPage(
      Frame frame,
      String part,
      List<User> users,
      List<InProject<Job>> jobs,
      List<InProject<Schedule>> schedules,
      PluginList plugins,
      List<AuditLog.Entry> audit,
      Clock clock) {}

  /** The discovered components, or why they are not known. */
  public record PluginList(List<List<String>> rows, Optional<MmmException> problem) {}

  @Override
  public List<Route> routes() {
    return List.of(PageRoute.get("/admin", ADMIN, this::admin));
  }

  private void admin(Exchange exchange) {
    String part =
        exchange
            .query("part")
            .filter(List.of("jobs", "schedules", "plugins", "audit")::contains)
            .orElse("users");
    List<Project> all =
        part.equals("jobs") || part.equals("schedules")
            ? projects
                .list(exchange.user(), true, new Page.Request(Long.MAX_VALUE, MOST_PROJECTS))
                .items()
            : List.of();
    List<InProject<Job>> running = new ArrayList<>();
    List<InProject<Schedule>> due = new ArrayList<>();
    for (Project project : all) {
      if (part.equals("jobs")) {
        jobs.list(project.id(), null, FEW)
            .items()
            .forEach(job -> running.add(new InProject<>(project, job)));
      } else {
        schedules
            .list(project.id(), FEW)
            .items()
            .forEach(schedule -> due.add(new InProject<>(project, schedule)));
      }
    }
    running.sort((a, b) -> Long.compare(b.value().seq(), a.value().seq()));
    renderer.show(
        exchange,
        "admin",
        new AdminPage(
            Frame.of(exchange, "Administration"),
            part,
            part.equals("users") ? users.list(MANY).items() : List.of(),
            running.stream().limit(100).toList(),
            due,
            part.equals("plugins") ? plugins() : new PluginList(List.of(), Optional.empty()),
            part.equals("audit") ? audit.list(MANY).items() : List.of(),
            clock));
  }

  /** Returns the rows of the list that the command line prints in columns two spaces apart. */
  private PluginList plugins() {
    try {
      List<String> lines = platform.components().lines().filter(line -> !line.isBlank()).toList();
      return new PluginList(ColumnText.rows(lines), Optional.empty());
    } catch (MmmException e) {
      return new PluginList(List.of(), Optional.of(e));
    }
  }
}
