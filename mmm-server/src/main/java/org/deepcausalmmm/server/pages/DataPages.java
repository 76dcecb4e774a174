package org.deepcausalmmm.server.pages;

import static org.deepcausalmmm.server.http.Access.VIEWER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.data.ColumnSketch;
import org.deepcausalmmm.server.data.DataSetReport;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.store.DataSet;
import org.deepcausalmmm.server.store.DataSetStore;

/** The page of a data set: preview, roles, problems. */
public final class DataPages implements RouteGroup {
  /** What to do here about findings whose advice speaks of files of configuration. */
  private static final Map<String, String> ADVICE =
      Map.of(
          "MMM-DATA-046",
          "Correct wrong roles below.",
          "MMM-DATA-078",
          "Set 'Delivery' of these channels below; nothing is assumed until you do.");

  static final String ONE = Places.PROJECT + "/data/{dataset}";

  private final DataSetStore store;
  private final DataSetReport report;
  private final PageRenderer renderer;
  private final Map<String, SoftReference<Inspection>> known = RecentMap.ofMost(24);

  @Inject
  DataPages(DataSetStore store, DataSetReport report, PageRenderer renderer) {
    this.store = store;
    this.report = report;
    this.renderer = renderer;
  }

  /**
   * What a fit would meet in the data.
   *
   * @param severity error, warning or note
   */
  public record Problem(String severity, String code, String what, String advice) {
    /** Returns whether the problem names a column. */
    boolean names(String column) {
      return what.contains("'" + column + "'")
          || what.matches("(?s).*\\b" + quote(column) + "\\b.*");
    }

    private static String quote(String column) {
      return java.util.regex.Pattern.quote(column);
    }
  }

  /** A column, its role, and the problems that name it. */
  public record DataColumn(
      ColumnSketch sketch, ColumnRoles.Assigned assigned, List<Problem> problems) {}

  /** The values of the page. */
  public record DataPage(Frame frame, DataSet data, Inspection found) {}

  /**
   * What was found in a data set.
   *
   * @param size the size of the panel; empty if none can be made
   * @param source user, proposed or none
   * @param base the roles as the API has them, for what the page does not show
   */
  public record Inspection(
      Optional<PanelSize> size,
      String source,
      String base,
      List<DataColumn> columns,
      List<Problem> problems,
      Preview preview) {

    /** Returns a key of the holidays that become controls; empty if it is not set. */
    public String holiday(String key) {
      return base.isEmpty() ? "" : Json.stored(base).path("holidays").path(key).asText("");
    }

    /** Returns whether a fit can begin. */
    public boolean ready() {
      return size.isPresent() && problems.stream().noneMatch(p -> p.severity().equals("error"));
    }

    /** Returns how many weeks a first fit withholds to test its forecast. */
    public int holdout() {
      return size.map(DataPages::holdout).orElse(0);
    }

    /** Returns the words for the period of the rows. */
    public PeriodWords words() {
      return size.map(PanelSize::words).orElse(new PeriodWords(Period.WEEK));
    }
  }

  /** The size of the panel that the roles make of the data. */
  public record PanelSize(
      int regions, int weeks, String firstWeek, String lastWeek, PeriodWords words) {}

  /** The first rows as they stand in the file. */
  public record Preview(List<String> columns, List<List<String>> rows, int rowCount) {}

  @Override
  public List<Route> routes() {
    return List.of(PageRoute.get(ONE, VIEWER, this::show));
  }

  static DataSet data(DataSetStore store, Exchange exchange) {
    String id = exchange.id("dataset");
    return store
        .get(exchange.project().id(), id)
        .orElseThrow(() -> Exchange.absent("data set", id));
  }

  private void show(Exchange exchange) {
    DataSet data = data(store, exchange);
    Inspection found = inspection(data);
    renderer.show(
        exchange,
        "data",
        new DataPage(Frame.inProject(exchange, data.name()), data, found),
        found.words());
  }

  /** Returns what was found in the data, which is the same as long as its roles are. */
  private Inspection inspection(DataSet data) {
    String key = data.id() + " " + data.roles();
    synchronized (known) {
      SoftReference<Inspection> kept = known.get(key);
      Inspection found = kept == null ? null : kept.get();
      if (found != null) {
        return found;
      }
    }
    Inspection found = inspect(data);
    synchronized (known) {
      known.put(key, new SoftReference<>(found));
    }
    return found;
  }

  /** Returns a quarter of a year, where at least a year of rows is there to learn from. */
  private static int holdout(PanelSize size) {
    int year = size.words().period().wholePerYear();
    return size.weeks() < year ? 0 : Math.min(year / 4, size.weeks() / 8);
  }

  private Inspection inspect(DataSet data) {
    List<Problem> problems = new ArrayList<>();
    ObjectNode roles = Json.object();
    Optional<PanelSize> size = Optional.empty();
    Preview preview = new Preview(List.of(), List.of(), 0);
    List<ColumnSketch> sketches = List.of();
    try {
      preview = preview(report.preview(data));
      roles = report.roles(data);
      JsonNode problem = roles.path("problem");
      if (problem.isObject()) {
        problems.add(
            new Problem(
                "error",
                problem.path("code").asText(),
                problem.path("message").asText(),
                "Set the roles below, or save those proposed."));
      }
      String time = roles.path("roles").path("time").asText();
      sketches = report.sketches(data, time.isEmpty() ? null : time);
      JsonNode found = report.report(data);
      size = Optional.of(size(found));
      found.path("findings").forEach(finding -> problems.add(problem(finding)));
    } catch (MmmException e) {
      if (problems.stream().noneMatch(p -> p.code().equals(e.code()))) {
        problems.add(new Problem("error", e.code(), String.valueOf(e.getMessage()), e.advice()));
      }
    }
    ColumnRoles assigned = new ColumnRoles(roles.path("roles"));
    return new Inspection(
        size,
        roles.path("source").asText("none"),
        roles.path("roles").isObject() ? Json.text(roles.path("roles")) : "",
        sketches.stream().map(sketch -> column(sketch, assigned, problems)).toList(),
        problems,
        preview);
  }

  private static DataColumn column(ColumnSketch sketch, ColumnRoles roles, List<Problem> problems) {
    return new DataColumn(
        sketch,
        roles.of(sketch.name()),
        problems.stream()
            .filter(p -> !p.severity().equals("note") && p.names(sketch.name()))
            .toList());
  }

  private static Problem problem(JsonNode finding) {
    String code = finding.path("code").asText();
    return new Problem(
        finding.path("severity").asText(),
        code,
        finding.path("what").asText(),
        ADVICE.getOrDefault(code, finding.path("advice").asText()));
  }

  private static PanelSize size(JsonNode report) {
    return new PanelSize(
        report.path("regions").asInt(),
        report.path("weeks").asInt(),
        report.path("firstWeek").asText(),
        report.path("lastWeek").asText(),
        PeriodWords.of(report.path("period").asText()));
  }

  private static Preview preview(JsonNode node) {
    List<String> columns = new ArrayList<>();
    node.path("columns").forEach(column -> columns.add(column.asText()));
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : node.path("rows")) {
      List<String> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(cell.asText()));
      rows.add(cells);
    }
    return new Preview(columns, rows, node.path("rowCount").asInt());
  }
}
