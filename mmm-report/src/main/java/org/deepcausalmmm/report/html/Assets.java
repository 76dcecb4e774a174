package org.deepcausalmmm.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** The files that a report carries inside. */
public final class Assets {
  private static final String HOME = "org/deepcausalmmm/report/html/";

  private static final List<String> CHARTS =
      List.of(
          "kit",
          "fit",
          "contribution",
          "returns",
          "response",
          "graph",
          "plan",
          "backtest",
          "comparison",
          "portfolio",
          "experiment");

  private Assets() {}

  /** Returns the style sheet. */
  static String style() {
    return read(HOME + "report.css");
  }

  /** Returns the style sheet of the printed report. */
  static String printStyle() {
    return read(HOME + "print.css");
  }

  /** Returns the scripts that draw the charts, then the one that puts them into a page. */
  static String script() {
    return inScript(charts() + read(HOME + "page.js"));
  }

  /** Returns the scripts that draw the charts, which need no browser. */
  public static String charts() {
    StringBuilder scripts = new StringBuilder();
    CHARTS.forEach(name -> scripts.append(read(HOME + "charts/" + name + ".js")));
    return scripts.toString();
  }

  /** Returns the script that draws charts without a browser. */
  public static String print() {
    return read(HOME + "print.js");
  }

  /** Returns ECharts for a script element. */
  static String echarts() {
    return inScript(library());
  }

  /** Returns ECharts. */
  public static String library() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(read(HOME + "assets.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(properties.getProperty("echarts"));
  }

  /** Returns a script without text that would end its element. */
  private static String inScript(String script) {
    return script.replace("</script", "<\\/script");
  }

  private static String read(String resource) {
    try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource + " is not on the class path").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
