/* Charts of a portfolio. */
(function () {
  mmm.heights.portfolio = function (data) {
    return 70 + mmm.ROW * data.portfolio.reduce(function (most, c) { return Math.max(most, c.runs.length); }, 1);
  };
  mmm.charts.portfolio = function (data, k) {
    var none = [NaN, NaN, NaN];
    var chosen = data.portfolio[k.theme.choice && k.theme.choice.portfolio > 0 ? k.theme.choice.portfolio : 0] || { runs: [] };
    var roi = chosen.runs.map(function (r) { return r.roi || none; });
    var pooled = chosen.runs.map(function (r) { return r.pooled || none; });
    var points = function (name, values, color, shift) {
      return { name: name, type: 'scatter', symbolSize: 9, symbolOffset: [0, shift], itemStyle: { color: color }, z: 6, data: values.map(function (v, i) { return [v[0], i]; }) };
    };
    var both = chosen.runs.some(function (r) { return r.pooled; });
    return k.base({
      legend: k.legend(), grid: { left: 8, right: 24, top: 30, bottom: 26, containLabel: true },
      xAxis: k.under('ROI'), yAxis: k.nameAxis(chosen.runs.map(function (r) { return r.name; })),
      tooltip: k.perItem(function (p) { return p.seriesName + '\n' + mmm.human(p.value[0]); }),
      series: [k.whiskers(roi, k.css('accent'), false, both ? -5 : 0), points('of the run', roi, k.css('accent'), both ? -5 : 0)].concat(
        both ? [k.whiskers(pooled, k.css('quiet'), false, 5), points('pooled', pooled, k.css('quiet'), 5)] : []),
    });
  };
})();
