package org.deepcausalmmm.data.roles;

import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.config.DataConfig;

/**
 * The detected roles of the columns of a table.
 *
 * @param roles the roles that were understood
 * @param unused columns that are not used
 * @param undecided those of the unused columns that may as well be channels
 * @param copies by the name of an undecided column, the column from whose cells its own follow
 * @param running those of the undecided columns whose cells are running totals
 * @param findings the same for the data report
 */
public record DetectedRoles(
    DataConfig roles,
    List<String> unused,
    List<String> undecided,
    Map<String, String> copies,
    List<String> running,
    List<Finding> findings) {
  public DetectedRoles {
    unused = List.copyOf(unused);
    undecided = List.copyOf(undecided);
    copies = Map.copyOf(copies);
    running = List.copyOf(running);
    findings = List.copyOf(findings);
  }
}
