package org.deepcausalmmm.server.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.roles.DetectedRoles;
import org.deepcausalmmm.data.roles.RoleDetector;
import org.deepcausalmmm.data.source.PreparedData;
import org.deepcausalmmm.data.source.PreparedDataReader;
import org.deepcausalmmm.data.source.RoleChoice;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TableReader;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.store.DataSet;

/** What a data set holds: its first rows, the roles of its columns, and what is wrong with it. */
public final class DataSetReport {
  private static final int PREVIEW = 20;

  private final DataSetFiles files;

  @Inject
  DataSetReport(DataSetFiles files) {
    this.files = files;
  }

  /**
   * Reads the table under the name that the user knows, so that messages show no path.
   *
   * @throws MmmException if it cannot be read, MMM-USAGE-509 if it is too large to be shown
   */
  private Table table(DataSet data, ConfigurationDraft draft) {
    long most = files.limits().inspected();
    if (data.content().bytes() > most) {
      throw ServerCode.TOO_LARGE.error(
          "'%s' has %d bytes; files up to %d are inspected here."
              .formatted(data.name(), data.content().bytes(), most),
          "Begin a preparation, which makes a weekly table of it, and look at that.");
    }
    try {
      Table table = new TableReader(draft.preparation().reading()).read(files.place(data));
      return new Table(
          data.name(), table.header(), table.rows(), table.unreadable(), table.notes());
    } catch (MmmException e) {
      throw ShownName.in(e, files.place(data), data.name());
    }
  }

  /** Returns the roles that a user has set; the defaults, without any, where none has. */
  private static ConfigurationDraft draft(DataSet data) {
    String given = data.roles();
    return given == null ? ConfigurationDraft.defaults() : RolesYaml.draft(given);
  }

  /** Returns the first rows as they stand in the file. */
  public ObjectNode preview(DataSet data) {
    Table table = table(data, draft(data));
    ObjectNode node = Json.object();
    ArrayNode columns = node.putArray("columns");
    table.header().forEach(columns::add);
    ArrayNode rows = node.putArray("rows");
    table.rows().stream().limit(PREVIEW).forEach(row -> row.cells().forEach(rows.addArray()::add));
    node.put("rowCount", table.rows().size());
    return node;
  }

  /**
   * Returns what each column holds, in the order of the file.
   *
   * @param time the column by which rows are put in order; null to keep that of the file
   */
  public List<ColumnSketch> sketches(DataSet data, @org.jspecify.annotations.Nullable String time) {
    return new TableSketch(table(data, draft(data)), time).columns();
  }

  /** Returns the roles in force, the columns that have none, and what a user must decide. */
  public ObjectNode roles(DataSet data) {
    ConfigurationDraft draft = draft(data);
    Table table = table(data, draft);
    ObjectNode node = Json.object();
    if (draft.data() != null) {
      node.put("source", "user");
      node.set("roles", RolesYaml.toJson(draft.data()));
      node.set("unused", unused(table, draft.columns().values()));
      return node;
    }
    RoleDetector detector = new RoleDetector();
    try {
      DetectedRoles proposed = detector.propose(table, null);
      node.put("source", "proposed");
      node.set("roles", RolesYaml.toJson(proposed.roles()));
      node.set("unused", unused(table, RolesYaml.columns(proposed.roles())));
      detector.detect(table);
    } catch (MmmException e) {
      if (!node.has("source")) {
        node.put("source", "none");
        node.set("roles", Json.object());
        node.set("unused", unused(table, List.of()));
      }
      node.putObject("problem")
          .put("code", e.code())
          .put("message", e.getMessage())
          .put("advice", "Set the roles; a PATCH with {\"roles\": {}} accepts those proposed.");
    }
    return node;
  }

  /** Returns the regions, periods and channels of a data set under the roles in force. */
  public GeoNames geoNames(DataSet data) {
    JsonNode roles = roles(data).path("roles");
    List<String> channels = new ArrayList<>();
    for (String kind : List.of("channels", "organic")) {
      roles
          .path(kind)
          .forEach(c -> channels.add(c.isTextual() ? c.asText() : c.path("name").asText()));
    }
    return GeoNames.of(
        table(data, draft(data)),
        roles.path("geo").asText(""),
        roles.path("time").asText(""),
        channels);
  }

  private static ArrayNode unused(Table table, Collection<String> used) {
    ArrayNode array = Json.array();
    table.header().stream().filter(column -> !used.contains(column)).forEach(array::add);
    return array;
  }

  /**
   * Checks roles against the table.
   *
   * @param roles as {@link RolesYaml} stores them
   * @throws MmmException if a column is missing, plays two roles, or no panel can be made
   */
  public void require(DataSet data, String roles) {
    ConfigurationDraft draft = RolesYaml.draft(roles);
    PreparedData prepared =
        new PreparedDataReader().read(table(data, draft), draft, RoleChoice.detected());
    new PanelReader().read(prepared.tidy(), 0);
  }

  /** Returns what a fit would find in the data under the roles in force. */
  public ObjectNode report(DataSet data) {
    ConfigurationDraft draft = draft(data);
    PreparedData prepared =
        new PreparedDataReader().read(table(data, draft), draft, new RoleChoice(true, null));
    List<Finding> findings = new ArrayList<>(prepared.roleFindings());
    CheckedPanel panel = new PanelReader().read(prepared.tidy(), 0).withFindings(findings);
    ObjectNode node = Json.object();
    node.put("rows", panel.report().rows());
    node.put("missing", panel.report().missing());
    node.put("regions", panel.panel().regionCount());
    node.put("weeks", panel.panel().weekCount());
    node.put("period", panel.panel().weeks().period().noun());
    node.put("firstWeek", panel.panel().weeks().label(0));
    node.put("lastWeek", panel.panel().weeks().label(panel.panel().weekCount() - 1));
    ArrayNode list = node.putArray("findings");
    for (Finding finding : panel.report().findings()) {
      list.addObject()
          .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
          .put("code", finding.code())
          .put("what", finding.what())
          .put("advice", finding.advice());
    }
    return node;
  }
}
