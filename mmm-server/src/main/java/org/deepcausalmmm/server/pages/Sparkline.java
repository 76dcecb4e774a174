package org.deepcausalmmm.server.pages;

import java.util.List;
import java.util.Locale;

/** A line of numbers as the points of a small SVG. */
public final class Sparkline {
  /** The width of the drawing. */
  public static final int WIDTH = 120;

  /** The height of the drawing. */
  public static final int HEIGHT = 28;

  private Sparkline() {}

  /** Returns the points attribute of a polyline. */
  public static String points(List<Double> values) {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      double x = values.size() == 1 ? 0 : (double) i * WIDTH / (values.size() - 1);
      double share = most > least ? (values.get(i) - least) / (most - least) : 0.5;
      points.append(
          String.format(
              Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "" : " ", x, HEIGHT - 2 - share * (HEIGHT - 4)));
    }
    return points.toString();
  }
}
