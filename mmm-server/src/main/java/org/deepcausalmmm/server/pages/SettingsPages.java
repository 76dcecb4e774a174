package org.deepcausalmmm.server.pages;

import static org.deepcausalmmm.server.http.Access.VIEWER;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.schedule.SourceSettings;
import org.deepcausalmmm.server.store.JobKind.Shelf;
import org.deepcausalmmm.server.store.Page;
import org.deepcausalmmm.server.store.Project;
import org.deepcausalmmm.server.store.ProjectStore;
import org.deepcausalmmm.server.store.ResultStore;
import org.deepcausalmmm.server.store.Schedule;
import org.deepcausalmmm.server.store.ScheduleStore;
import org.deepcausalmmm.server.store.StoredResult;
import org.deepcausalmmm.server.store.User;
import org.deepcausalmmm.server.store.UserStore;

/** The page of a project's name, members and schedules. */
public final class SettingsPages implements RouteGroup {
  private static final Page.Request MANY = new Page.Request(Long.MAX_VALUE, 500);
  private static final Page.Request SOME = new Page.Request(Long.MAX_VALUE, 50);

  private final ProjectStore projects;
  private final UserStore users;
  private final ScheduleStore schedules;
  private final ResultStore results;
  private final SourceSettings sources;
  private final PageRenderer renderer;
  private final Clock clock;

  @Inject
  SettingsPages(
      ProjectStore projects,
      UserStore users,
      ScheduleStore schedules,
      ResultStore results,
      SourceSettings sources,
      PageRenderer renderer,
      Clock clock) {
    this.projects = projects;
    this.users = users;
    this.schedules = schedules;
    this.results = results;
    this.sources = sources;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** The values of the page. */
  public record SettingsPage(
      Frame frame, Project project, Team team, ScheduleSetup schedules, Clock clock) {}

  /**
   * Who belongs to a project.
   *
   * @param names of the members
   * @param members the same as users; empty for those who do not manage users
   * @param others users who could become members
   */
  public record Team(List<String> names, List<User> members, List<User> others) {}

  /**
   * The schedules of a project, and what new ones can be made of.
   *
   * @param runs that a schedule can refresh
   * @param files whether files may be read
   * @param connections names of the databases that may be queried
   */
  public record ScheduleSetup(
      List<Schedule> schedules, List<StoredResult> runs, boolean files, List<String> connections) {
    /** Returns whether the server was started with any source of data. */
    public boolean possible() {
      return files || !connections.isEmpty();
    }

    /** Returns where a schedule takes its data from, in words. */
    public static String source(Schedule schedule) {
      var source = Json.stored(schedule.plan().source());
      return source.hasNonNull("file")
          ? source.path("file").asText()
          : "query of " + source.path("connection").asText();
    }
  }

  @Override
  public List<Route> routes() {
    return List.of(PageRoute.get(Places.PROJECT + "/settings", VIEWER, this::show));
  }

  private void show(Exchange exchange) {
    Project project = exchange.project();
    Frame frame = Frame.inProject(exchange, "Settings");
    List<StoredResult> runs =
        results.list(project.id(), Shelf.RUNS, SOME).items().stream()
            .filter(ResultPages::isModel)
            .toList();
    renderer.show(
        exchange,
        "settings",
        new SettingsPage(
            frame,
            project,
            team(project.id(), frame.mayManage()),
            new ScheduleSetup(
                schedules.list(project.id(), SOME).items(),
                runs,
                !sources.directories().isEmpty(),
                List.copyOf(new TreeSet<>(sources.connections().keySet()))),
            clock));
  }

  private Team team(String project, boolean manages) {
    List<String> names = projects.members(project);
    if (!manages) {
      return new Team(names, List.of(), List.of());
    }
    Set<String> known = Set.copyOf(names);
    List<User> all = users.list(MANY).items();
    return new Team(
        names,
        all.stream().filter(user -> known.contains(user.name())).toList(),
        all.stream().filter(user -> user.active() && !known.contains(user.name())).toList());
  }
}
