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
  /** Draws several estimates of each row, one below the other: an estimate is a key, a name, a colour and a symbol. */
  function estimates(data, k, rows, names, series, axis) {
    var shift = function (i) { return (i - (series.length - 1) / 2) * 11; };
    var all = [];
    series.forEach(function (s, i) {
      all.push(k.whiskers(rows.map(function (r) { return r[s.key]; }), s.color, false, shift(i)));
      all.push({ name: s.name, type: 'scatter', symbol: s.symbol, symbolSize: 9, symbolOffset: [0, shift(i)], itemStyle: { color: s.color }, z: 6, data: rows.map(function (r, j) { return [r[s.key][0], j]; }) });
    });
    return k.base({
      legend: k.legend(), grid: { left: 8, right: 24, top: 30, bottom: 26, containLabel: true },
      xAxis: k.under(axis), yAxis: k.nameAxis(names),
      tooltip: k.perItem(function (p) { var r = rows[p.value[1]]; return mmm.plain(names[p.value[1]]) + series.map(function (s) { return '\n' + s.name + ' ' + mmm.range(r[s.key], mmm.human); }).join(''); }),
      series: all,
    });
  }
  mmm.heights.experiments = function (data) { return 70 + 1.5 * mmm.ROW * (data.experiments || []).length; };
  mmm.charts.experiments = function (data, k) {
    var rows = data.experiments;
    return estimates(data, k, rows, rows.map(function (r) { return r.name; }), [
      { key: 'before', name: 'model without it', color: k.css('quiet'), symbol: 'diamond' },
      { key: 'measured', name: 'measured', color: k.css('ink'), symbol: 'rect' },
      { key: 'after', name: 'model with it', color: k.css('accent'), symbol: 'circle' },
    ], data.experimentsPerSpend ? data.returned + ' per unit of changed spend' : 'lift');
  };
  mmm.heights.testedRoi = function (data) { return 70 + 1.2 * mmm.ROW * (data.testedRoi || []).length; };
  mmm.charts.testedRoi = function (data, k) {
    var rows = data.testedRoi;
    return estimates(data, k, rows, rows.map(function (r) { return r.channel; }), [
      { key: 'prior', name: 'prior', color: k.css('quiet'), symbol: 'diamond' },
      { key: 'posterior', name: 'posterior', color: k.css('accent'), symbol: 'circle' },
    ], data.returned + ' per unit of spend');
  };
  mmm.heights.frontier = function () { return 320; };
  mmm.charts.frontier = function (data, k) {
    var dot = function (name, rows, color, line) {
      return { name: name, type: line ? 'line' : 'scatter', symbol: 'circle', symbolSize: line ? 10 : 7, itemStyle: { color: color }, lineStyle: { color: color, width: 1.5 }, z: line ? 5 : 3, data: rows.map(function (d) { return { value: [d.cost, d.power], name: d.name }; }) };
    };
    var best = data.frontier.filter(function (d) { return d.recommended; });
    var series = [
      dot('other designs', data.frontier.filter(function (d) { return !d.onFrontier; }), k.css('base'), false),
      dot('on the frontier', data.frontier.filter(function (d) { return d.onFrontier; }).sort(function (a, b) { return a.cost - b.cost; }), k.css('accent'), true),
      { name: 'recommended', type: 'scatter', symbol: 'circle', symbolSize: 18, itemStyle: { color: 'transparent', borderColor: k.css('ink'), borderWidth: 2 }, z: 6, data: best.map(function (d) { return { value: [d.cost, d.power], name: d.name }; }) },
    ];
    return k.base({
      legend: k.legend(), grid: { left: 8, right: 30, top: 46, bottom: 26, containLabel: true },
      xAxis: k.under('change of spend, either direction', { min: 0 }), yAxis: k.valueAxis('power', { axisLabel: k.percentLabels(), min: 0, max: 1 }),
      tooltip: k.perItem(function (p) { return mmm.plain(p.name) + '\nspend changed by ' + mmm.human(p.value[0]) + '\npower ' + mmm.percent(p.value[1]); }),
      series: series,
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
