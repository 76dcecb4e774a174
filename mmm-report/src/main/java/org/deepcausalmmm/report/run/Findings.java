package org.deepcausalmmm.report.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** Is what {@code data_report.json} says. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Findings(int rows, int missing, List<Finding> findings) {

  /** Is something that was found in the data. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Finding(String severity, String code, String what, String advice) {}

  public Findings {
    findings = List.copyOf(findings);
  }
}
