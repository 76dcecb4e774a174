/* Charts of two runs. */
(function () {
  function pairs(data, k, key, otherKey, axis, labels) {
    var none = [NaN, NaN, NaN];
    var here = data.pairs.map(function (p) { return p[key] || none; });
    var there = data.pairs.map(function (p) { return p[otherKey] || none; });
    var points = function (name, values, color, shift) {
      return { name: name, type: 'scatter', symbolSize: 9, symbolOffset: [0, shift], itemStyle: { color: color }, z: 6, data: values.map(function (v, i) { return [v[0], i]; }) };
    };
    return k.base({
      legend: k.legend(), grid: { left: 8, right: 24, top: 30, bottom: 26, containLabel: true },
      xAxis: k.under(axis, { axisLabel: labels }), yAxis: k.nameAxis(data.pairs.map(function (p) { return p.name; })),
      tooltip: k.perItem(function (p) { return p.seriesName + '\n' + mmm.human(p.value[0]); }),
      series: [
        k.whiskers(here, k.css('accent'), false, -7), k.whiskers(there, k.css('quiet'), false, 7),
        points(mmm.plain(data.name), here, k.css('accent'), -7), points(mmm.plain(data.otherName), there, k.css('quiet'), 7),
      ],
    });
  }
  var height = function (data) { return 70 + 1.2 * mmm.ROW * data.pairs.length; };
  mmm.heights.pairShares = height;
  mmm.heights.pairReturns = height;
  mmm.charts.pairShares = function (data, k) { return pairs(data, k, 'share', 'otherShare', 'share of the outcome', k.percentLabels()); };
  mmm.charts.pairReturns = function (data, k) { return pairs(data, k, 'roi', 'otherRoi', 'ROI', { color: k.css('quiet'), fontSize: 11, formatter: mmm.human }); };
})();
