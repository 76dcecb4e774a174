package org.deepcausalmmm.report.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The content of {@code data_report.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Findings(int rows, int missing, List<Finding> findings) {

  /** A finding about the data. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Finding(String severity, String code, String what, String advice) {}

  public Findings {
    findings = List.copyOf(findings);
  }
}
