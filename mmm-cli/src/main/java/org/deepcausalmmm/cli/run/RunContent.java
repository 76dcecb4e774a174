package org.deepcausalmmm.cli.run;

import java.util.List;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.refresh.RoiChange;

/**
 * The content from which a run directory is written.
 *
 * @param configuration the full effective configuration, as YAML
 * @param model writes the model
 * @param refresh the change of ROI since the run that was continued; empty for a fresh fit
 */
public record RunContent(
    Analysis analysis, String configuration, ModelFile model, List<RoiChange> refresh) {
  public RunContent {
    refresh = List.copyOf(refresh);
  }

  /** Creates the content of a fresh fit. */
  public RunContent(Analysis analysis, String configuration, ModelFile model) {
    this(analysis, configuration, model, List.of());
  }
}
