package org.deepcausalmmm.cli.run;

import java.util.List;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.bagging.BaggedChannel;
import org.deepcausalmmm.core.refresh.RoiChange;

/**
 * The content from which a run directory is written.
 *
 * @param configuration the full effective configuration, as YAML
 * @param model writes the model
 * @param refresh the change of ROI since the run that was continued; empty for a fresh fit
 * @param bagged the channels under bagged posteriors; empty if no refits were asked for
 */
public record RunContent(
    Analysis analysis,
    String configuration,
    ModelFile model,
    List<RoiChange> refresh,
    List<BaggedChannel> bagged) {
  public RunContent {
    refresh = List.copyOf(refresh);
    bagged = List.copyOf(bagged);
  }

  /** Creates the content of a fresh fit. */
  public RunContent(Analysis analysis, String configuration, ModelFile model) {
    this(analysis, configuration, model, List.of(), List.of());
  }
}
