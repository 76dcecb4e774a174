/* Charts of a plan. */
(function () {
  var PLANNED = '#d55e00';
  mmm.heights.money = function (data) { return 70 + 1.5 * mmm.ROW * data.channels.length; };
  mmm.charts.money = function (data, k) {
    var bar = function (name, key, color) {
      return { name: name, type: 'bar', barMaxWidth: 16, itemStyle: { color: color, borderRadius: [0, 3, 3, 0] }, data: data.channels.map(function (c) { return c[key]; }), label: { show: true, position: 'right', fontSize: 11, color: k.css('ink'), formatter: function (p) { return mmm.human(p.value); } } };
    };
    return k.base({
      legend: k.legend(), grid: { left: 8, right: 56, top: 30, bottom: 26, containLabel: true },
      xAxis: k.under('spend'), yAxis: k.nameAxis(data.channels.map(function (c) { return c.name; })),
      tooltip: k.perItem(function (p) { return mmm.plain(data.channels[p.dataIndex].name) + '\n' + p.seriesName + ' ' + mmm.human(p.value); }),
      series: [bar('present', 'present', k.css('base')), bar('planned', 'optimum', PLANNED)],
    });
  };

  mmm.heights.plans = function () { return 60 + 4 * mmm.ROW; };
  mmm.charts.plans = function (data, k) {
    var names = data.plans.map(function (p) { return p.name; }).concat(['planned less present']);
    var rows = data.plans.map(function (p) { return p.outcome; }).concat([data.gain]);
    var colors = [k.css('base'), k.css('base'), PLANNED, k.css('accent')];
    return k.base({
      grid: k.beside(60), xAxis: k.under(data.outcome), yAxis: k.nameAxis(names.map(function (n, i) { return n + '  ' + mmm.human(rows[i][0]); })),
      tooltip: k.perItem(function (p) { return mmm.range(rows[p.dataIndex], mmm.human); }),
      series: [
        { type: 'bar', barMaxWidth: 18, data: rows.map(function (r, i) { return { value: r[0], itemStyle: { color: colors[i], borderRadius: 3 } }; }) },
        k.whiskers(rows, k.css('ink'), true),
      ],
    });
  };

  mmm.heights.frontier = function () { return 360; };
  mmm.charts.frontier = function (data, k) {
    var dot = function (name, plan, color) {
      return { name: name, type: 'scatter', data: [[plan.spend, plan.measure]], symbolSize: 12, itemStyle: { color: color }, z: 6 };
    };
    return k.base({
      legend: k.legend(), grid: { left: 8, right: 40, top: 52, bottom: 28, containLabel: true },
      xAxis: k.under('budget', { scale: true }), yAxis: k.valueAxis(data.measured, { scale: true }),
      tooltip: k.perItem(function (p) { return p.seriesName + '\nbudget ' + mmm.human(p.value[0]) + '\noutcome ' + mmm.human(p.value[1]); }),
      series: [
        { name: 'optimised', type: 'line', data: data.frontier.map(function (p) { return [p[0], p[1]]; }), symbolSize: 5, lineStyle: { color: k.css('accent') }, itemStyle: { color: k.css('accent') } },
        { name: 'proven upper bound', type: 'line', data: data.frontier.map(function (p) { return [p[0], p[2]]; }), symbol: 'none', lineStyle: { color: k.css('accent'), type: 'dashed', width: 1 }, itemStyle: { color: k.css('accent'), opacity: 0.5 } },
        dot('present', data.plans[0], k.css('quiet')), dot('planned', data.plans[2], PLANNED),
      ],
    });
  };

  mmm.grids.planned = function (data, k) {
    return data.channels.map(function (c) {
      var x = c.curve.map(function (p) { return p[0]; });
      var dot = function (name, at, color) { return { name: name, type: 'scatter', data: [at], symbolSize: 10, itemStyle: { color: color }, z: 6 }; };
      return { title: c.name, option: k.base({
        grid: { left: 4, right: 14, top: 26, bottom: 22, containLabel: true },
        xAxis: k.under('spend', { nameGap: 22, splitNumber: 3, splitLine: { show: false }, axisLabel: { color: k.css('quiet'), fontSize: 11, formatter: mmm.human, showMaxLabel: false } }),
        yAxis: k.valueAxis(data.outcome, { splitNumber: 3 }),
        tooltip: k.perItem(function (p) { return p.seriesName + '\nspend ' + mmm.human(p.value[0]) + '\noutcome ' + mmm.human(p.value[1]); }),
        series: [
          k.band('interval', x, c.curve.map(function (p) { return p[2]; }), c.curve.map(function (p) { return p[3]; })),
          { name: mmm.plain(c.name), type: 'line', data: c.curve.map(function (p) { return [p[0], p[1]]; }), symbol: 'none', lineStyle: { color: k.css('accent'), width: 2 } },
          dot('present', [c.present, c.presentOutcome[0]], k.css('quiet')), dot('planned', [c.optimum, c.optimumOutcome[0]], PLANNED),
        ],
      }) };
    });
  };
})();
