/* Charts of a backtest. */
(function () {
  mmm.heights.origins = function () { return 340; };
  mmm.charts.origins = function (data, k) {
    var origin = data.origins[k.theme.choice && k.theme.choice.origin >= 0 ? k.theme.choice.origin : data.origins.length - 1];
    return k.base({
      legend: k.legend({ data: ['observed', 'forecast', '90% interval'] }), grid: { left: 8, right: 40, top: 52, bottom: 8, containLabel: true },
      xAxis: k.weekAxis(origin.weeks), yAxis: k.valueAxis('outcome per ' + (data.period || 'week'), { scale: true }),
      series: [
        k.band('90% interval', origin.weeks.map(function (w, i) { return i; }), origin.lower, origin.upper),
        { name: 'forecast', type: 'line', data: origin.predicted, symbol: 'none', lineStyle: { color: k.css('accent'), width: 2 }, itemStyle: { color: k.css('accent') } },
        { name: 'observed', type: 'scatter', data: origin.actual, symbolSize: 6, itemStyle: { color: k.css('ink') }, z: 4 },
      ],
      tooltip: k.tooltip({ trigger: 'axis', formatter: function (items) {
        var t = items[0].dataIndex;
        return origin.weeks[t] + '\nobserved ' + mmm.human(origin.actual[t]) + '\nforecast ' + mmm.range([origin.predicted[t], origin.lower[t], origin.upper[t]], mmm.human);
      } }),
    });
  };
  mmm.heights.errors = function (data) { return 50 + mmm.ROW * data.errors.length; };
  mmm.charts.errors = function (data, k) {
    return k.base({
      grid: k.beside(64), xAxis: k.under('root mean square error per region and ' + (data.period || 'week')), yAxis: k.nameAxis(data.errors.map(function (f) { return f.name; })),
      tooltip: k.perItem(function (p) { return p.name + '\n' + mmm.human(p.value); }),
      series: [{
        type: 'bar', barMaxWidth: 18, label: { show: true, position: 'right', color: k.css('ink'), formatter: function (p) { return mmm.human(p.value); } },
        data: data.errors.map(function (f, i) { return { value: f.rmse, itemStyle: { color: i ? k.css('base') : k.css('accent'), borderRadius: [0, 3, 3, 0] } }; }),
      }],
    });
  };
  mmm.grids.stability = function (data, k) {
    return data.stability.map(function (row) {
      return { title: row.channel, option: k.base({
        grid: { left: 4, right: 14, top: 30, bottom: 8, containLabel: true },
        xAxis: Object.assign(k.weekAxis(row.origins), { boundaryGap: true }), yAxis: k.valueAxis(row.metric, { splitNumber: 3 }),
        tooltip: k.tooltip({ trigger: 'axis', formatter: function (items) { var t = items[0].dataIndex; return row.origins[t] + '\n' + mmm.range(row.values[t], mmm.human); } }),
        series: [
          { type: 'custom', silent: true, tooltip: { show: false }, encode: { x: 0, y: [1, 2] }, data: row.values.map(function (v, i) { return [i, v[1], v[2]]; }),
            renderItem: function (params, api) {
              var a = api.coord([api.value(0), api.value(1)]);
              var b = api.coord([api.value(0), api.value(2)]);
              return { type: 'line', shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke: k.css('accent'), lineWidth: 3, lineCap: 'round', opacity: 0.45 } };
            } },
          { type: 'line', data: row.values.map(function (v) { return v[0]; }), symbolSize: 9, itemStyle: { color: k.css('accent') }, lineStyle: { color: k.css('accent'), width: 1, type: 'dotted' } },
        ],
      }) };
    });
  };
})();
