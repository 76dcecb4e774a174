package org.deepcausalmmm.core.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The predicted outcome of a fitted model, its components and its accuracy.
 *
 * @param treatments effects of treatments other than media
 * @param total observed outcome of the training weeks, in the data's units
 * @param holdout null without a holdout
 */
public record OutcomeResults(
    List<Contribution> contributions,
    List<TreatmentEffect> treatments,
    Prediction prediction,
    double total,
    FitScores train,
    @Nullable HoldoutScores holdout) {
  public OutcomeResults {
    contributions = List.copyOf(contributions);
    treatments = List.copyOf(treatments);
  }
}
