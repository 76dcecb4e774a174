package org.deepcausalmmm.cli.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.deepcausalmmm.cli.run.CsvTable;
import org.jspecify.annotations.Nullable;

/** Plans side by side: a row per figure, a column per plan. */
public record PlanComparison(List<ScenarioFigures> plans) {
  public PlanComparison {
    plans = List.copyOf(plans);
  }

  private Set<String> figures() {
    Set<String> figures = new LinkedHashSet<>();
    plans.forEach(plan -> figures.addAll(plan.figures().keySet()));
    return figures;
  }

  /** Returns lines for a terminal. */
  public List<String> lines() {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("figure"));
    plans.forEach(plan -> header.add(plan.name()));
    rows.add(header);
    for (String figure : figures()) {
      List<String> row = new ArrayList<>(List.of(figure));
      plans.forEach(plan -> row.add(shown(plan.figures().get(figure))));
      rows.add(row);
    }
    int[] width = new int[header.size()];
    rows.forEach(
        row -> {
          for (int i = 0; i < width.length; i++) {
            width[i] = Math.max(width[i], row.get(i).length());
          }
        });
    return rows.stream().map(row -> line(row, width)).toList();
  }

  private static String line(List<String> row, int[] width) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < width.length; i++) {
      String gap = " ".repeat(width[i] - row.get(i).length());
      line.append(i == 0 ? row.get(i) + gap : "  " + gap + row.get(i));
    }
    return line.toString().stripTrailing();
  }

  private static String shown(@Nullable Object figure) {
    if (figure instanceof Double number) {
      return Math.abs(number) >= 1000
          ? String.format(Locale.ROOT, "%.0f", number)
          : String.format(Locale.ROOT, "%.4g", number);
    }
    return figure == null ? "" : figure.toString();
  }

  /** Writes a table. */
  public void write(Path file) throws IOException {
    String[] names = plans.stream().map(ScenarioFigures::name).toArray(String[]::new);
    try (CsvTable table = CsvTable.create(file, CsvTable.join(new String[] {"figure"}, names))) {
      for (String figure : figures()) {
        table.text(figure);
        for (ScenarioFigures plan : plans) {
          Object value = plan.figures().get(figure);
          if (value instanceof String text) {
            table.text(text);
          } else {
            table.number((Double) value);
          }
        }
        table.end();
      }
    }
  }
}
