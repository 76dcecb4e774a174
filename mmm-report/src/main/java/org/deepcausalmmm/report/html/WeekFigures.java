package org.deepcausalmmm.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.ReportModel.OutcomeComponent;
import org.deepcausalmmm.report.run.ReportModel.Series;
import org.deepcausalmmm.report.text.Human;

/** The figures of the charts of a run by week, as tables. */
final class WeekFigures {
  private final ReportModel model;

  WeekFigures(ReportModel model) {
    this.model = model;
  }

  private String week() {
    return model.words().in("Week");
  }

  /** Returns the table of a chart; empty if the chart has none. */
  Optional<FigureTable> of(String chart) {
    return switch (chart) {
      case "layers" ->
          Optional.of(
              components(
                  model.components().stream().filter(c -> !c.kind().equals("control")).toList()));
      case "controls" -> Optional.of(components(model.controls()));
      case "effectiveness" -> Optional.of(effectiveness());
      case "fit" -> Optional.of(fit());
      case "residuals" -> Optional.of(residuals());
      default -> Optional.empty();
    };
  }

  private FigureTable components(List<OutcomeComponent> components) {
    List<String> header = new ArrayList<>(List.of(week()));
    components.forEach(c -> header.add(c.name()));
    return weekly(
        header, (row, t) -> components.forEach(c -> row.add(Human.number(c.values()[t]))));
  }

  private FigureTable effectiveness() {
    List<String> header = new ArrayList<>(List.of(week()));
    model.media().effectiveness().forEach(e -> header.add(e.channel()));
    return weekly(
        header,
        (row, t) ->
            model
                .media()
                .effectiveness()
                .forEach(
                    e ->
                        row.add(
                            t < e.byWeek().size() ? Human.number(e.byWeek().get(t).mean()) : "")));
  }

  private FigureTable fit() {
    Series total = model.total();
    return weekly(
        List.of(week(), "Observed", "Expected", "Lower bound", "Upper bound"),
        (row, t) -> {
          row.add(Human.number(total.actual()[t]));
          row.add(Human.number(total.predicted()[t]));
          row.add(Human.number(total.lower()[t]));
          row.add(Human.number(total.upper()[t]));
        });
  }

  private FigureTable residuals() {
    Series total = model.total();
    return weekly(
        List.of(week(), "Observed less expected"),
        (row, t) -> row.add(Human.number(total.actual()[t] - total.predicted()[t])));
  }

  /** The writer of a week's cells to its row. */
  private interface Cells {
    void add(List<String> row, int week);
  }

  private FigureTable weekly(List<String> header, Cells cells) {
    List<List<String>> rows = new ArrayList<>();
    for (int t = 0; t < model.weeks().size(); t++) {
      List<String> row = new ArrayList<>(List.of(model.weeks().get(t)));
      cells.add(row, t);
      rows.add(row);
    }
    return FigureTable.of(header, rows);
  }
}
