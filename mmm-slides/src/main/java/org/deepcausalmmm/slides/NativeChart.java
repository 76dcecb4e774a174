package org.deepcausalmmm.slides;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.PresetColor;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xslf.usermodel.XSLFChart;

/** A chart that a presentation program edits, with its numbers in a sheet of its own. */
final class NativeChart {
  private static final byte[][] COLORS = {
    {(byte) 0x0b, (byte) 0x5c, (byte) 0x8f}, {(byte) 0xe6, (byte) 0x9f, 0}
  };

  private final XSLFChart chart;
  private final List<String> categories;
  private final List<ChartSeries> series;

  NativeChart(XSLFChart chart, List<String> categories, List<ChartSeries> series) {
    this.chart = chart;
    this.categories = categories;
    this.series = series;
  }

  void draw(ChartTypes type) {
    boolean bars = type == ChartTypes.BAR;
    XDDFCategoryAxis names =
        chart.createCategoryAxis(bars ? AxisPosition.LEFT : AxisPosition.BOTTOM);
    XDDFValueAxis values = chart.createValueAxis(bars ? AxisPosition.BOTTOM : AxisPosition.LEFT);
    values.setCrosses(AxisCrosses.AUTO_ZERO);
    values.setNumberFormat("General");
    values
        .getOrAddMajorGridProperties()
        .setLineProperties(line(XDDFColor.from(PresetColor.LIGHT_GRAY), 0.5));
    names.setTickLabelPosition(AxisTickLabelPosition.LOW);
    if (bars) {
      names.setOrientation(AxisOrientation.MAX_MIN);
    }
    XDDFChartData data = chart.createData(type, names, values);
    XDDFCategoryDataSource labels =
        XDDFDataSourcesFactory.fromArray(categories.toArray(String[]::new), range(0), 0);
    for (int i = 0; i < series.size(); i++) {
      add(data, labels, i);
    }
    if (data instanceof XDDFBarChartData bar) {
      bar.setBarDirection(BarDirection.BAR);
      bar.setGapWidth(60);
    }
    chart.plot(data);
    if (series.size() > 1) {
      chart.getOrAddLegend().setPosition(LegendPosition.TOP);
    }
  }

  private void add(XDDFChartData data, XDDFCategoryDataSource labels, int index) {
    ChartSeries one = series.get(index);
    XDDFNumericalDataSource<Double> numbers =
        XDDFDataSourcesFactory.fromArray(
            one.values().toArray(Double[]::new), range(index + 1), index + 1);
    XDDFChartData.Series added = data.addSeries(labels, numbers);
    added.setTitle(one.name(), chart.setSheetTitle(one.name(), index + 1));
    XDDFColor color = XDDFColor.from(COLORS[index % COLORS.length]);
    if (added instanceof XDDFLineChartData.Series lines) {
      lines.setMarkerStyle(MarkerStyle.NONE);
      lines.setSmooth(false);
      lines.setLineProperties(line(color, 1.75));
    } else {
      added.setFillProperties(new XDDFSolidFillProperties(color));
    }
  }

  private static XDDFLineProperties line(XDDFColor color, double points) {
    XDDFLineProperties line = new XDDFLineProperties(new XDDFSolidFillProperties(color));
    line.setWidth(points);
    return line;
  }

  /** Returns the cells of a column of the chart's sheet, the header left out. */
  private String range(int column) {
    return chart.formatRange(new CellRangeAddress(1, categories.size(), column, column));
  }
}
