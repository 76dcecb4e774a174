package org.deepcausalmmm.slides;

import java.util.List;

/** A series of a chart: a value for each category. */
record ChartSeries(String name, List<Double> values) {
  ChartSeries {
    values = List.copyOf(values);
  }
}
