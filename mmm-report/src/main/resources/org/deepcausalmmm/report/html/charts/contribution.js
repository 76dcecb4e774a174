/* Charts of what the outcome consists of. */
(function () {
  /** Stacks the components one behind the other, the baseline first; controls are summed. */
  function steps(data, k) {
    var shares = {};
    data.channels.forEach(function (c) { shares[c.name] = c.share; });
    var total = mmm.sum(data.components.map(function (c) { return c.fitted; }));
    var order = { baseline: 0, treatment: 1, media: 2 };
    var sum = 0;
    // Controls count from their mean and so sum to nothing: their weeks have a chart of their own.
    var parts = data.components.filter(function (c) { return c.kind !== 'control'; });
    var list = parts.sort(function (a, b) { return order[a.kind] - order[b.kind] || b.fitted - a.fitted; }).map(function (c) {
      var row = { name: c.name, from: sum, to: sum + c.fitted };
      var share = c.kind === 'media' ? shares[c.name] : null;
      row.bounds = share && share[0] > 0 ? share.map(function (s) { return sum + (c.fitted * s) / share[0]; }) : null;
      row.color = c.kind === 'media' ? k.css('accent') : k.css('base');
      row.label = k.narrow ? mmm.percent(c.fitted / total) : mmm.human(c.fitted) + '  ' + mmm.percent(c.fitted / total);
      row.value = c.fitted;
      sum += c.fitted;
      return row;
    });
    return list.concat([{ name: 'expected', value: total, from: 0, to: total, color: k.css('quiet'), label: mmm.human(total) }]);
  }

  mmm.heights.waterfall = function (data) { return 60 + mmm.ROW * (data.components.filter(function (c) { return c.kind !== 'control'; }).length + 1); };
  mmm.charts.waterfall = function (data, k) {
    var rows = steps(data, k);
    return k.base({
      grid: k.beside(k.narrow ? 66 : 130), xAxis: k.under(data.outcome), yAxis: k.nameAxis(rows.map(function (r) { return r.name; })),
      tooltip: k.perItem(function (p) { var r = rows[p.dataIndex]; return mmm.plain(r.name) + '\n' + mmm.human(r.value); }),
      series: [{
        type: 'custom', data: rows.map(function (r, i) { return [r.from, r.to, i]; }), encode: { x: [0, 1], y: 2 },
        renderItem: function (params, api) {
          var row = rows[api.value(2)];
          var a = api.coord([api.value(0), api.value(2)]);
          var b = api.coord([api.value(1), api.value(2)]);
          var height = Math.min(20, api.size([0, 1])[1] * 0.62);
          var left = Math.min(a[0], b[0]);
          var end = row.bounds ? api.coord([row.bounds[2], api.value(2)])[0] : left;
          var text = { x: Math.max(a[0], b[0], end) + 7, y: a[1], text: row.label, fill: k.css('ink'), fontSize: 11.5, fontFamily: k.theme.font, verticalAlign: 'middle' };
          return { type: 'group', children: [
            { type: 'rect', shape: { x: left, y: a[1] - height / 2, width: Math.max(1, Math.abs(b[0] - a[0])), height: height, r: 2 }, style: { fill: row.color } },
            { type: 'text', style: text, z2: 10 },
          ] };
        },
      }, k.whiskers(rows.map(function (r) { return r.bounds || [NaN, NaN, NaN]; }), k.css('ink'), true)],
    });
  };

  mmm.heights.layers = function () { return 360; };
  mmm.charts.layers = function (data, k) {
    var most = mmm.PALETTE.length - 1;
    var media = data.components.filter(function (c) { return c.kind === 'media'; }).sort(function (a, b) { return b.fitted - a.fitted; });
    var rest = data.components.filter(function (c) { return c.kind !== 'media'; });
    var shown = media.length > mmm.PALETTE.length ? media.slice(0, most) : media;
    var others = media.slice(shown.length);
    var sum = function (parts) { return data.weeks.map(function (w, t) { return mmm.sum(parts.map(function (c) { return c.values[t]; })); }); };
    var layers = shown.map(function (c, i) { return { name: mmm.plain(c.name), values: c.values, color: mmm.PALETTE[i] }; });
    if (others.length) layers.push({ name: others.length + ' other channels', values: sum(others), color: mmm.PALETTE[most] });
    if (!k.theme.choice || k.theme.choice.layers !== 'media') layers.unshift({ name: 'baseline and controls', values: sum(rest), color: k.css('base') });
    return k.base({
      legend: k.legend({ data: layers.map(function (l) { return l.name; }) }),
      grid: { left: 8, right: 40, top: 52, bottom: 8, containLabel: true },
      xAxis: k.cropped(k.weekAxis(data.weeks)), yAxis: k.valueAxis(data.outcome + ' per ' + (data.period || 'week')),
      tooltip: k.tooltip({ trigger: 'axis', formatter: function (items) {
        return data.weeks[items[0].dataIndex] + items.slice().reverse().map(function (p) { return '\n' + p.seriesName + ' ' + mmm.human(p.value); }).join('');
      } }),
      series: layers.map(function (l) {
        return { name: l.name, type: 'line', stack: 'all', symbol: 'none', data: l.values, lineStyle: { width: 0 }, itemStyle: { color: l.color }, areaStyle: { color: l.color, opacity: 0.92 } };
      }),
    });
  };

  mmm.heights.shares = function (data) { return 70 + 1.25 * mmm.ROW * mmm.paid(data).length; };
  mmm.paid = function (data) { return data.channels.filter(function (c) { return c.paid; }); };
  mmm.charts.shares = function (data, k) {
    var rows = mmm.paid(data).slice().sort(function (a, b) { return b.spend - a.spend; });
    var spend = mmm.sum(rows.map(function (c) { return c.spend; }));
    var effect = mmm.sum(rows.map(function (c) { return c.share[0]; }));
    var bar = function (name, color, values) {
      return { name: name, type: 'bar', barMaxWidth: 13, itemStyle: { color: color, borderRadius: [0, 3, 3, 0] }, data: values, label: { show: true, position: 'right', fontSize: 11, color: k.css('ink'), formatter: function (p) { return mmm.percent(p.value); } } };
    };
    return k.base({
      legend: k.legend(), grid: { left: 8, right: 48, top: 30, bottom: 26, containLabel: true },
      xAxis: k.under('share of all paid media', { axisLabel: k.percentLabels() }), yAxis: k.nameAxis(rows.map(function (c) { return c.name; })),
      tooltip: k.perItem(function (p) { return mmm.plain(rows[p.dataIndex].name) + '\n' + p.seriesName + ' ' + mmm.percent(p.value); }),
      series: [
        bar('share of spend', k.css('base'), rows.map(function (c) { return c.spend / spend; })),
        bar('share of media contribution', k.css('accent'), rows.map(function (c) { return c.share[0] / effect; })),
      ],
    });
  };

  mmm.heights.timing = function (data) { return 70 + mmm.ROW * data.carryover.length; };
  mmm.charts.timing = function (data, k) {
    var rows = data.carryover.map(function (row) {
      var channel = data.channels.filter(function (c) { return c.name === row.channel; })[0];
      var all = channel ? channel.contribution[0] : 0;
      return { name: row.channel, now: all * row.shares[0][0], later: all * (1 - row.shares[0][0]) };
    }).sort(function (a, b) { return b.now + b.later - a.now - a.later; });
    var bar = function (name, color, key) {
      return { name: name, type: 'bar', stack: 'all', barMaxWidth: 18, itemStyle: { color: color }, data: rows.map(function (r) { return r[key]; }) };
    };
    return k.base({
      legend: k.legend(), grid: { left: 8, right: 24, top: 30, bottom: 26, containLabel: true },
      xAxis: k.under(data.outcome), yAxis: k.nameAxis(rows.map(function (r) { return r.name; })),
      tooltip: k.perItem(function (p) { return mmm.plain(rows[p.dataIndex].name) + '\n' + p.seriesName + ' ' + mmm.human(p.value); }),
      series: [bar('in the ' + (data.period || 'week') + ' of exposure', k.css('accent'), 'now'), bar('carried over to later ' + (data.period || 'week') + 's', mmm.PALETTE[4], 'later')],
    });
  };

  mmm.grids.controls = function (data, k) {
    var controls = data.components.filter(function (c) { return c.kind === 'control'; });
    var most = Math.max.apply(null, controls.map(function (c) { return Math.max.apply(null, c.values.filter(mmm.known).map(Math.abs).concat([0])); }).concat([1e-12]));
    return controls.map(function (c) {
      return { title: c.name, option: k.base({
        grid: { left: 4, right: 14, top: 26, bottom: 8, containLabel: true },
        xAxis: k.cropped(k.weekAxis(data.weeks)), yAxis: k.valueAxis(data.outcome + ' per ' + (data.period || 'week'), { min: -most, max: most, splitNumber: 2, axisLabel: { color: k.css('quiet'), fontSize: 11, formatter: mmm.human } }),
        tooltip: k.tooltip({ trigger: 'axis', formatter: function (items) { var t = items[0].dataIndex; return data.weeks[t] + '\n' + mmm.human(c.values[t]); } }),
        series: [{ type: 'bar', data: c.values, barCategoryGap: '10%', itemStyle: { color: k.css('accent') } }],
      }) };
    });
  };
})();
