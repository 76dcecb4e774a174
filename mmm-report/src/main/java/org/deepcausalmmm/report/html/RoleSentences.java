package org.deepcausalmmm.report.html;

import java.util.Comparator;
import java.util.List;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.ReportModel.FrequencyRow;
import org.deepcausalmmm.report.run.ReportModel.TreatmentRow;
import org.deepcausalmmm.report.text.Human;

/** The sentences about reach and frequency and about treatments. */
public final class RoleSentences {
  private final ReportModel model;

  RoleSentences(ReportModel model) {
    this.model = model;
  }

  /** Returns which channels' best frequency the data decide. */
  public String frequency() {
    List<FrequencyRow> rows = model.media().frequency();
    String found =
        rows.stream()
            .filter(FrequencyRow::determined)
            .max(Comparator.comparingDouble(row -> row.gain().mean()))
            .map(
                row ->
                    "A contact with %s has the greatest effect at a frequency of %s (%s); the mean is %s."
                        .formatted(
                            row.channel(),
                            Human.number(row.best().mean()),
                            Human.range(row.best()),
                            Human.number(row.mean())))
            .orElse("");
    List<String> open =
        rows.stream().filter(row -> !row.determined()).map(FrequencyRow::channel).toList();
    return open.isEmpty()
        ? found
        : (found
                + " The data do not decide the best frequency of %s: the figure is that of the prior."
                    .formatted(String.join(", ", open)))
            .strip();
  }

  /** Returns the treatment with the largest contribution. */
  public String treatments() {
    return model.treatments().stream()
        .max(Comparator.comparingDouble((TreatmentRow row) -> Math.abs(row.contribution().mean())))
        .map(
            row ->
                "Against a value of %s, %s changed %s by %s (%s)."
                    .formatted(
                        Human.number(row.baseline()),
                        row.treatment(),
                        model.summary().data().outcome(),
                        Human.percent(row.share().mean()),
                        Human.percentRange(row.share())))
        .orElse("");
  }
}
