package org.deepcausalmmm.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Reads the files that the report carries inside. */
final class Assets {
  private static final String HOME = "org/deepcausalmmm/report/html/";

  private Assets() {}

  /** Gives the style sheet. */
  static String style() {
    return read(HOME + "report.css");
  }

  /** Gives the script that tells ECharts what to draw. */
  static String script() {
    return inScript(read(HOME + "report.js"));
  }

  /** Gives the script that draws a plan. */
  static String planScript() {
    return inScript(read(HOME + "plan.js"));
  }

  /** Gives ECharts. */
  static String echarts() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(read(HOME + "assets.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return inScript(read(properties.getProperty("echarts")));
  }

  /** Keeps text inside a script element from ending it. */
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
