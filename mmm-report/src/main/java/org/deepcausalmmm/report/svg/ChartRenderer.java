package org.deepcausalmmm.report.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.deepcausalmmm.report.html.Assets;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.NativeJSON;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.ScriptableObject;

/**
 * The charts of a report as SVG, drawn by the same scripts as in a browser. An instance belongs to
 * one thread.
 */
public final class ChartRenderer implements AutoCloseable {
  /** The font that the charts are laid out for. */
  public static final String FONT = "Liberation Sans";

  private static final Map<String, String> COLORS =
      Map.of(
          "ink", "#1d2430",
          "quiet", "#5d6675",
          "line", "#e2ded5",
          "accent", "#0b5c8f",
          "band", "rgba(11, 92, 143, 0.16)",
          "shade", "rgba(120, 110, 90, 0.1)",
          "base", "#c9c4b8",
          "card", "#ffffff");
  private static final Pattern SIZE = Pattern.compile("<svg width=\"[^\"]*\" height=\"[^\"]*\"");
  private static final Pattern STYLE = Pattern.compile("(?s)<style.*?</style>");

  private final Context context;
  private final ScriptableObject scope;

  /** The scripts, parsed once for all instances. */
  private static final class Scripts {
    // A chart that is printed at once has nothing to wait for.
    private static final String TIMERS =
        "function setTimeout() { return 0; } function clearTimeout() {}";
    private static final Script ALL = parse();

    private static Script parse() {
      try (Context context = Context.enter()) {
        context.setLanguageVersion(Context.VERSION_ES6);
        context.setInterpretedMode(true);
        String text = String.join("\n", TIMERS, Assets.library(), Assets.charts(), Assets.print());
        return context.compileString(text, "charts.js", 1, null);
      }
    }
  }

  /** A chart with its title. */
  public record TitledChart(String title, String svg) {}

  /**
   * Loads the scripts.
   *
   * @param data the data of the charts, as the page has them
   */
  public ChartRenderer(String data) {
    context = Context.enter();
    context.setLanguageVersion(Context.VERSION_ES6);
    context.setInterpretedMode(true);
    scope = context.initSafeStandardObjects();
    Scripts.ALL.exec(context, scope);
    Object tree = NativeJSON.parse(context, scope, data, (c, s, self, args) -> args[1]);
    ScriptableObject.putProperty(scope, "data", tree);
    ScriptableObject.putProperty(scope, "font", FONT);
    COLORS.forEach((name, color) -> run("theme", "colors['%s'] = '%s';".formatted(name, color)));
  }

  /** Returns a chart that fills a width in pixels; its height follows from its data. */
  public String svg(String chart, int width) {
    return clean(run("chart", "print.chart('%s', %s)".formatted(chart, width)));
  }

  /**
   * Returns a chart that fills a width and is no higher than a bound, both in pixels; one with many
   * rows is drawn larger and scaled down.
   */
  public String svg(String chart, int width, int most) {
    double height = Double.parseDouble(run("height", "print.height('%s')".formatted(chart)));
    if (height <= most) {
      return svg(chart, width);
    }
    String large = svg(chart, (int) Math.round(width * height / most));
    return SIZE.matcher(large)
        .replaceFirst("<svg width=\"%s\" height=\"%s\"".formatted(width, most));
  }

  /** Returns the small charts of a grid, at most as many as given. */
  public List<TitledChart> grid(String name, int width, int height, int most) {
    int count =
        (int)
            Context.toNumber(
                context.evaluateString(scope, "print.open('%s')".formatted(name), "grid", 1, null));
    List<TitledChart> charts = new ArrayList<>();
    for (int i = 0; i < Math.min(most, count); i++) {
      charts.add(
          new TitledChart(
              run("title", "print.title(%s)".formatted(i)),
              clean(run("chart", "print.small(%s, %s, %s)".formatted(i, width, height)))));
    }
    return charts;
  }

  private String run(String name, String script) {
    return Objects.toString(Context.toString(context.evaluateString(scope, script, name, 1, null)));
  }

  /** Returns SVG without what printers do not know. */
  private static String clean(String svg) {
    return STYLE
        .matcher(svg)
        .replaceAll("")
        .replace("\"transparent\"", "\"none\"")
        .replace('\u202f', '\u00a0');
  }

  @Override
  public void close() {
    context.close();
  }
}
