package org.deepcausalmmm.data.roles;

import java.util.List;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.config.DataConfig;

/**
 * The detected roles of the columns of a table.
 *
 * @param roles the roles that were understood
 * @param unused columns whose names say nothing; they are not used
 * @param findings the same for the data report
 */
public record DetectedRoles(DataConfig roles, List<String> unused, List<Finding> findings) {
  public DetectedRoles {
    unused = List.copyOf(unused);
    findings = List.copyOf(findings);
  }
}
