/* Charts of experiments. */
(function () {
  var indices = function (values) { return values.map(function (v, i) { return i; }); };
  mmm.heights.treated = function () { return 340; };
  mmm.charts.treated = function (data, k) {
    return k.base({
      legend: k.legend(), xAxis: k.weekAxis(data.weeks), yAxis: k.valueAxis('outcome of the treated regions', { scale: true }),
      series: [
        k.band('error before the test', indices(data.weeks), data.lower, data.upper),
        { name: 'synthetic', type: 'line', data: data.synthetic, symbol: 'none', lineStyle: { color: k.css('accent'), width: 2 }, itemStyle: { color: k.css('accent') }, markLine: k.dashedAt({ xAxis: data.from }) },
        { name: 'observed', type: 'scatter', data: data.actual, symbolSize: 6, itemStyle: { color: k.css('ink') }, z: 4 },
      ],
      tooltip: k.tooltip({ trigger: 'axis', formatter: function (items) {
        var t = items[0].dataIndex;
        return data.weeks[t] + '\nobserved ' + mmm.human(data.actual[t]) + '\nsynthetic ' + mmm.human(data.synthetic[t]);
      } }),
    });
  };
  mmm.heights.placebos = function () { return 260; };
  mmm.charts.placebos = function (data, k) {
    var all = data.placebos.concat([data.relative]);
    var low = Math.min.apply(null, all);
    var width = (Math.max.apply(null, all) - low) / 24 || 1;
    var counts = new Array(25).fill(0);
    data.placebos.forEach(function (e) { counts[Math.floor((e - low) / width)] += 1; });
    return k.base({
      grid: k.beside(24), xAxis: k.under('effect relative to the outcome', { axisLabel: k.percentLabels(), scale: true }), yAxis: k.valueAxis('groups'),
      tooltip: k.perItem(function (p) { return mmm.percent(p.value[0]) + ': ' + p.value[1]; }),
      series: [{ type: 'bar', barWidth: '90%', itemStyle: { color: k.css('base') }, data: counts.map(function (n, i) { return [low + (i + 0.5) * width, n]; }), markLine: k.dashedAt({ xAxis: data.relative }) }],
    });
  };
  mmm.heights.power = function () { return 320; };
  mmm.charts.power = function (data, k) {
    return k.base({
      legend: k.legend(), xAxis: k.under('ROI of the changed spend'), yAxis: k.valueAxis('power', { axisLabel: k.percentLabels(), max: 1 }),
      grid: { left: 8, right: 24, top: 40, bottom: 26, containLabel: true },
      tooltip: k.perItem(function (p) { return p.seriesName + '\nROI ' + mmm.human(p.value[0]) + ': ' + mmm.percent(p.value[1]); }),
      series: data.power.map(function (d, i) {
        var color = mmm.PALETTE[i % mmm.PALETTE.length];
        return { name: mmm.plain(d.name), type: 'line', data: d.points, symbolSize: 4, lineStyle: { color: color }, itemStyle: { color: color } };
      }),
    });
  };
  mmm.heights.values = function (data) { return 50 + mmm.ROW * data.values.length; };
  mmm.charts.values = function (data, k) {
    return k.base({
      grid: k.beside(40), xAxis: k.under('expected gain of the next plan'), yAxis: k.nameAxis(data.values.map(function (v) { return v.name; })),
      tooltip: k.perItem(function (p) { return p.name + '\n' + mmm.range(data.values[p.dataIndex].value, mmm.human); }),
      series: [
        { type: 'bar', barMaxWidth: 18, data: data.values.map(function (v) { return { value: v.value[0], itemStyle: { color: k.css('base'), borderRadius: [0, 3, 3, 0] } }; }) },
        k.whiskers(data.values.map(function (v) { return v.value; }), k.css('accent'), true),
      ],
    });
  };
})();
