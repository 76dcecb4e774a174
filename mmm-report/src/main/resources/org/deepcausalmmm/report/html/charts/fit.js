/* Charts of the model fit: series, holdout, residuals. */
(function () {
  mmm.heights.fit = function () { return 360; };
  mmm.charts.fit = function (data, k) {
    var region = k.theme.choice && k.theme.choice.region >= 0 ? k.theme.choice.region : -1;
    var s = region < 0 ? data.total : data.regions[region];
    var accent = k.css('accent');
    var held = data.trainWeeks < data.weeks.length;
    var expected = {
      name: 'expected', type: 'line', data: s.predicted, symbol: 'none', lineStyle: { color: accent, width: 2 }, itemStyle: { color: accent },
    };
    if (held) {
      expected.markArea = {
        silent: true, itemStyle: { color: k.css('shade') }, label: { show: true, position: 'insideTop', color: k.css('quiet'), fontSize: 11 },
        data: [[{ name: 'holdout', xAxis: data.weeks[data.trainWeeks] }, { xAxis: data.weeks[data.weeks.length - 1] }]],
      };
    }
    var observed = { name: 'observed', type: 'scatter', data: s.actual, symbolSize: k.narrow ? 4 : 5, itemStyle: { color: k.css('ink') }, z: 4 };
    return k.base({
      legend: k.legend({ data: ['observed', 'expected', '90% interval'] }),
      grid: { left: 8, right: 40, top: 52, bottom: 8, containLabel: true },
      xAxis: k.cropped(k.weekAxis(data.weeks)), yAxis: k.valueAxis(data.outcome + ' per ' + (data.period || 'week'), { scale: true }),
      series: [k.band('90% interval', s.lower.map(function (v, i) { return i; }), s.lower, s.upper), expected, observed],
      tooltip: k.tooltip({ trigger: 'axis', formatter: function (items) {
        var t = items[0].dataIndex;
        return data.weeks[t] + '\nobserved ' + mmm.human(s.actual[t]) + '\nexpected ' + mmm.range([s.predicted[t], s.lower[t], s.upper[t]], mmm.human);
      } }),
    });
  };

  mmm.heights.forecasts = function (data) { return 50 + mmm.ROW * (data.forecasts || []).length; };
  mmm.charts.forecasts = function (data, k) {
    return k.base({
      grid: k.beside(64), xAxis: k.under('root mean square error per region and ' + (data.period || 'week') + ', in ' + data.outcome), yAxis: k.nameAxis(data.forecasts.map(function (f) { return f.name; })),
      tooltip: k.perItem(function (p) { return p.name + '\n' + mmm.human(p.value); }),
      series: [{
        type: 'bar', barMaxWidth: 18, label: { show: true, position: 'right', color: k.css('ink'), formatter: function (p) { return mmm.human(p.value); } },
        data: data.forecasts.map(function (f, i) { return { value: f.rmse, itemStyle: { color: i ? k.css('base') : k.css('accent'), borderRadius: [0, 3, 3, 0] } }; }),
      }],
    });
  };

  function residuals(data) {
    return data.total.actual.map(function (a, t) { return mmm.known(a) ? a - data.total.predicted[t] : null; });
  }
  mmm.heights.residuals = function () { return 280; };
  mmm.charts.residuals = function (data, k) {
    var rest = residuals(data);
    var zero = data.weeks.map(function () { return 0; });
    var lower = data.total.lower.map(function (v, t) { return mmm.known(v) ? v - data.total.predicted[t] : null; });
    var upper = data.total.upper.map(function (v, t) { return mmm.known(v) ? v - data.total.predicted[t] : null; });
    return k.base({
      xAxis: k.cropped(k.weekAxis(data.weeks)), yAxis: k.valueAxis('observed less expected ' + data.outcome),
      tooltip: k.tooltip({ trigger: 'axis', formatter: function (items) { var t = items[0].dataIndex; return data.weeks[t] + '\n' + mmm.human(rest[t]); } }),
      series: [
        k.band('90% interval', zero.map(function (v, i) { return i; }), lower, upper),
        { type: 'line', data: zero, symbol: 'none', lineStyle: { color: k.css('quiet'), width: 1 } },
        { type: 'scatter', data: rest, symbolSize: 5, itemStyle: { color: k.css('ink') } },
      ],
    });
  };
  mmm.heights.autocorrelation = function () { return 220; };
  mmm.charts.autocorrelation = function (data, k) {
    var rest = residuals(data).slice(0, data.trainWeeks).filter(mmm.known);
    var mean = mmm.sum(rest) / rest.length;
    var variance = mmm.sum(rest.map(function (r) { return (r - mean) * (r - mean); }));
    var lags = [];
    for (var lag = 1; lag <= Math.min(13, rest.length - 2); lag++) {
      var sum = 0;
      for (var t = lag; t < rest.length; t++) sum += (rest[t] - mean) * (rest[t - lag] - mean);
      lags.push(variance > 0 ? sum / variance : 0);
    }
    var bound = 1.645 / Math.sqrt(rest.length);
    var dashed = k.dashedAt({ yAxis: bound });
    dashed.data = [{ yAxis: bound }, { yAxis: -bound }];
    return k.base({
      grid: { left: 8, right: 24, top: 30, bottom: 26, containLabel: true },
      xAxis: Object.assign(k.weekAxis(lags.map(function (v, i) { return i + 1; })), { boundaryGap: true, name: 'lag in ' + (data.period || 'week') + 's', nameLocation: 'middle', nameGap: 24, nameTextStyle: { color: k.css('quiet'), fontSize: 11 } }),
      yAxis: k.valueAxis('autocorrelation of residuals', { min: -1, max: 1, splitNumber: 4 }),
      series: [{ type: 'bar', data: lags, barMaxWidth: 14, itemStyle: { color: k.css('accent') }, markLine: dashed }],
    });
  };
})();
