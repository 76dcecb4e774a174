package org.deepcausalmmm.server.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.roles.DetectedRoles;
import org.deepcausalmmm.data.roles.RoleDetector;
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
   * Reads the table.
   *
   * @throws MmmException if it cannot be read, MMM-USAGE-509 if it is too large to be shown
   */
  private Table table(DataSet data) {
    long most = files.limits().inspected();
    if (data.content().bytes() > most) {
      throw ServerCode.TOO_LARGE.error(
          "'%s' has %d bytes; files up to %d are inspected here."
              .formatted(data.name(), data.content().bytes(), most),
          "Run a 'prepare' job, which makes a weekly table of it, and look at that.");
    }
    return RenamedTable.read(files.place(data), data);
  }

  /** Returns the first rows as they stand in the file. */
  public ObjectNode preview(DataSet data) {
    Table table = table(data);
    ObjectNode node = Json.object();
    ArrayNode columns = node.putArray("columns");
    table.header().forEach(columns::add);
    ArrayNode rows = node.putArray("rows");
    table.rows().stream().limit(PREVIEW).forEach(row -> row.cells().forEach(rows.addArray()::add));
    node.put("rowCount", table.rows().size());
    return node;
  }

  /** Returns the roles in force: those that a user gave, or those that the names tell. */
  public DataConfig roles(DataSet data) {
    String given = data.roles();
    return given == null ? new RoleDetector().detect(table(data)).roles() : RolesYaml.read(given);
  }

  /** Returns the roles in force as JSON, with the columns that have none. */
  public ObjectNode rolesNode(DataSet data) {
    Table table = table(data);
    String given = data.roles();
    ObjectNode node = Json.object();
    if (given != null) {
      DataConfig roles = RolesYaml.read(given);
      node.put("source", "user");
      node.set("roles", RolesJson.write(roles));
      node.set("unused", texts(unused(table, roles)));
      return node;
    }
    try {
      DetectedRoles detected = new RoleDetector().detect(table);
      node.put("source", "proposed");
      node.set("roles", RolesJson.write(detected.roles()));
      node.set("unused", texts(detected.unused()));
    } catch (MmmException e) {
      node.put("source", "none");
      node.set("roles", Json.object());
      node.set("unused", texts(table.header()));
      node.putObject("problem")
          .put("code", e.code())
          .put("message", e.getMessage())
          .put("advice", "Set the roles: time, outcome, channels and the others that there are.");
    }
    return node;
  }

  private static List<String> unused(Table table, DataConfig roles) {
    List<String> left = new ArrayList<>(table.header());
    left.removeAll(RolesJson.columns(roles));
    return left;
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = Json.array();
    texts.forEach(array::add);
    return array;
  }

  /**
   * Checks roles against the table.
   *
   * @throws MmmException if a column is missing, plays two roles, or no panel can be made
   */
  public void require(DataSet data, DataConfig roles) {
    Table table = table(data);
    RolesJson.columns(roles).forEach(table::index);
    new PanelReader().read(table, roles, 0);
  }

  /** Returns what a fit would find in the data under the roles in force. */
  public ObjectNode report(DataSet data) {
    Table table = table(data);
    List<Finding> findings = new ArrayList<>();
    String given = data.roles();
    DataConfig roles;
    if (given == null) {
      DetectedRoles detected = new RoleDetector().detect(table);
      roles = detected.roles();
      findings.addAll(detected.findings());
    } else {
      roles = RolesYaml.read(given);
    }
    CheckedPanel panel = new PanelReader().read(table, roles, 0).withFindings(findings);
    ObjectNode node = Json.object();
    node.put("rows", panel.report().rows());
    node.put("missing", panel.report().missing());
    node.put("regions", panel.panel().regionCount());
    node.put("weeks", panel.panel().weekCount());
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

  /** Reads files under the name that the user knows, so that messages show no path. */
  private static final class RenamedTable {
    private RenamedTable() {}

    static Table read(Path file, DataSet data) {
      try {
        Table table = new TableReader().read(file);
        return new Table(
            data.name(), table.header(), table.rows(), table.unreadable(), table.notes());
      } catch (MmmException e) {
        throw ShownName.in(e, file, data.name());
      }
    }
  }
}
