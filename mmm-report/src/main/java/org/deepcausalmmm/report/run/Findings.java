package org.deepcausalmmm.report.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The content of {@code data_report.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Findings(int rows, int missing, List<DataFinding> findings) {

  /** A finding in the data. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record DataFinding(String severity, String code, String what, String advice) {}

  public Findings {
    findings = List.copyOf(findings);
  }
}
