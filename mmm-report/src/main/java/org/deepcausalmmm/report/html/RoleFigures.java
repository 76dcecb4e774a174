package org.deepcausalmmm.report.html;

import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.text.Human;

/** The figures of reach and frequency and of treatments, as tables. */
final class RoleFigures {
  private static final String INTERVAL = "90% interval";

  private final ReportModel model;

  RoleFigures(ReportModel model) {
    this.model = model;
  }

  /** Returns a table; empty if there is none of this name. */
  Optional<FigureTable> of(String chart) {
    return switch (chart) {
      case "frequency" -> Optional.of(curves());
      case "best_frequency" -> Optional.of(best());
      case "treatments" -> Optional.of(treatments());
      default -> Optional.empty();
    };
  }

  private FigureTable curves() {
    return FigureTable.of(
        List.of(
            "Channel", "Frequency", "Effect of a person reached", "Effect of a contact", INTERVAL),
        model.media().frequency().stream()
            .flatMap(
                row ->
                    row.points().stream()
                        .map(
                            point ->
                                List.of(
                                    row.channel(),
                                    Human.number(point.frequency()),
                                    Human.number(point.response().mean()),
                                    Human.number(point.perContact().mean()),
                                    Human.range(point.perContact()))))
            .toList());
  }

  private FigureTable best() {
    return FigureTable.of(
        List.of("Channel", "Mean frequency", "Best frequency", INTERVAL, "Gain", "Decided by"),
        model.media().frequency().stream()
            .map(
                row ->
                    List.of(
                        row.channel(),
                        Human.number(row.mean()),
                        Human.number(row.best().mean()),
                        Human.range(row.best()),
                        Human.percent(row.gain().mean() - 1),
                        row.determined() ? "data" : "prior"))
            .toList());
  }

  private FigureTable treatments() {
    return FigureTable.of(
        List.of("Treatment", "Baseline value", "Contribution", INTERVAL, "Share of the outcome"),
        model.treatments().stream()
            .map(
                row ->
                    List.of(
                        row.treatment(),
                        Human.number(row.baseline()),
                        Human.number(row.contribution().mean()),
                        Human.range(row.contribution()),
                        Human.percent(row.share().mean())
                            + " ("
                            + Human.percentRange(row.share())
                            + ")"))
            .toList());
  }
}
