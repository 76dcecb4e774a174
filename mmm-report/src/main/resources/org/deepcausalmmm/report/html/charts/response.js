/* Small charts by channel: response, carry-over, effectiveness. */
(function () {
  var channelOf = function (data, name) { return data.channels.filter(function (c) { return c.name === name; })[0]; };
  var ones = function (n, f) { var list = []; for (var i = 0; i < n; i++) list.push(f(i)); return list; };

  mmm.grids.curves = function (data, k) {
    return data.curves.map(function (curve) { return { title: curve.channel, option: response(data, k, curve) }; });
  };
  function response(data, k, curve) {
    var x = curve.points.map(function (p) { return p[1]; });
    var end = x[x.length - 1];
    var channel = channelOf(data, curve.channel);
    var now = curve.points.reduce(function (best, p) { return Math.abs(p[0] - 1) < Math.abs(best[0] - 1) ? p : best; });
    var accent = k.css('accent');
    // A week's spend is drawn as if every week had been like it, so that it falls on the curve's axis.
    var weeks = (curve.weeks || []).filter(mmm.known);
    var seen = weeks.map(function (w) { return w * curve.weekCount; }).filter(function (w) { return w <= end; });
    var rug = {
      type: 'custom', silent: true, tooltip: { show: false }, z: 4, data: seen.map(function (w) { return [w, 0]; }),
      renderItem: function (params, api) {
        var at = api.coord([api.value(0), 0]);
        return { type: 'line', shape: { x1: at[0], y1: at[1], x2: at[0], y2: at[1] - 7 }, style: { stroke: k.css('ink'), lineWidth: 1, opacity: 0.45 } };
      },
    };
    return k.base({
      grid: { left: 4, right: 14, top: 26, bottom: 22, containLabel: true },
      xAxis: k.valueAxis(channel && channel.paid ? 'spend' : 'exposure', { min: 0, max: end, nameLocation: 'middle', nameGap: 22, nameTextStyle: { color: k.css('quiet'), fontSize: 11 }, splitLine: { show: false }, splitNumber: 3, axisLabel: { color: k.css('quiet'), fontSize: 11, formatter: mmm.human, showMaxLabel: false } }),
      yAxis: k.valueAxis(data.outcome, { splitNumber: 3 }),
      tooltip: k.tooltip({ trigger: 'axis', formatter: function (items) {
        var p = curve.points[items[0].dataIndex];
        return mmm.human(p[1]) + ' (\u00d7' + p[0] + ')\n' + mmm.range(p.slice(2), mmm.human);
      } }),
      series: [
        k.band('interval', x, curve.points.map(function (p) { return p[3]; }), curve.points.map(function (p) { return p[4]; })),
        { type: 'line', data: curve.points.map(function (p) { return [p[1], p[2]]; }), symbol: 'none', lineStyle: { color: accent, width: 2 }, itemStyle: { color: accent } },
        rug,
        { type: 'scatter', data: [[now[1], now[2]]], symbolSize: 10, itemStyle: { color: mmm.PALETTE[5] }, z: 6, tooltip: { show: false } },
      ],
    });
  }

  mmm.grids.effectiveness = function (data, k) {
    return data.effectiveness.map(function (row) {
      var accent = k.css('accent');
      var bound = function (i) { return row.weeks.map(function (w) { return w[i]; }); };
      return { title: row.channel, option: k.base({
        grid: { left: 4, right: 14, top: 26, bottom: 8, containLabel: true },
        xAxis: k.cropped(k.weekAxis(data.weeks)), yAxis: k.valueAxis('times its mean', { scale: true, splitNumber: 3 }),
        tooltip: k.tooltip({ trigger: 'axis', formatter: function (items) { var t = items[0].dataIndex; return data.weeks[t] + '\n' + mmm.range(row.weeks[t], mmm.human); } }),
        series: [
          k.band('interval', ones(row.weeks.length, function (i) { return i; }), bound(1), bound(2)),
          { type: 'line', data: bound(0), symbol: 'none', lineStyle: { color: accent, width: 2 }, itemStyle: { color: accent }, markLine: k.dashedAt({ yAxis: 1 }) },
        ],
      }) };
    });
  };

  mmm.grids.frequency = function (data, k) {
    return (data.frequency || []).filter(function (row) { return row.points.length > 1; }).map(function (row) {
      var accent = k.css('accent');
      var x = row.points.map(function (p) { return p[0]; });
      return { title: row.channel, option: k.base({
        grid: { left: 4, right: 14, top: 26, bottom: 22, containLabel: true },
        xAxis: k.valueAxis('frequency', { min: 1, max: x[x.length - 1], nameLocation: 'middle', nameGap: 22, nameTextStyle: { color: k.css('quiet'), fontSize: 11 }, splitLine: { show: false }, splitNumber: 3 }),
        yAxis: k.valueAxis('effect of a contact', { splitNumber: 3 }),
        tooltip: k.tooltip({ trigger: 'axis', formatter: function (items) { var p = row.points[items[0].dataIndex]; return mmm.human(p[0]) + '\n' + mmm.range(p.slice(1), mmm.human); } }),
        series: [
          k.band('interval', x, row.points.map(function (p) { return p[2]; }), row.points.map(function (p) { return p[3]; })),
          { type: 'line', data: row.points.map(function (p) { return [p[0], p[1]]; }), symbol: 'none', lineStyle: { color: accent, width: 2 }, itemStyle: { color: accent } },
          { type: 'scatter', data: [[row.mean, 1]], symbolSize: 10, itemStyle: { color: mmm.PALETTE[5] }, z: 6, tooltip: { show: false } },
        ],
      }) };
    });
  };

  mmm.grids.carryover = function (data, k) {
    return data.carryover.map(function (row) {
      var top = Math.min(1, Math.ceil(5 * Math.max.apply(null, row.shares.map(function (s) { return s[2]; }))) / 5);
      var errors = {
        type: 'custom', silent: true, encode: { x: 0, y: [1, 2] }, z: 5, tooltip: { show: false }, data: row.shares.map(function (s, i) { return [i, s[1], s[2]]; }),
        renderItem: function (params, api) {
          var a = api.coord([api.value(0), api.value(1)]);
          var b = api.coord([api.value(0), api.value(2)]);
          return { type: 'line', shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke: k.css('ink'), lineWidth: 1.2, opacity: 0.75 } };
        },
      };
      return { title: row.channel, option: k.base({
        grid: { left: 4, right: 10, top: 26, bottom: 22, containLabel: true },
        xAxis: Object.assign(k.weekAxis(row.shares.map(function (s, i) { return i; })), { boundaryGap: true, name: (data.period || 'week') + 's after exposure', nameLocation: 'middle', nameGap: 22, nameTextStyle: { color: k.css('quiet'), fontSize: 11 } }),
        yAxis: k.valueAxis('share of the effect', { min: 0, max: top, interval: top / 2, axisLabel: k.percentLabels() }),
        tooltip: k.tooltip({ trigger: 'axis', formatter: function (items) { return mmm.range(row.shares[items[0].dataIndex], mmm.percent); } }),
        series: [{ type: 'bar', data: row.shares.map(function (s) { return s[0]; }), barCategoryGap: '35%', itemStyle: { color: k.css('accent'), opacity: 0.75, borderRadius: [2, 2, 0, 0] } }, errors],
      }) };
    });
  };
})();
