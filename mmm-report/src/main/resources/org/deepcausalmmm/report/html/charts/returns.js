/* Charts of return on spend, cost, effects by path, priors. */
(function () {
  var withRoi = function (data) {
    return data.channels.filter(function (c) { return c.roi; }).sort(function (a, b) { return b.roi[0] - a.roi[0]; });
  };
  var height = function (data) { return 60 + mmm.ROW * withRoi(data).length; };
  mmm.heights.roi = height;
  mmm.heights.mroi = height;
  mmm.heights.cpik = height;

  function dots(data, k, rows, values, axis, extra, reference) {
    var accent = k.css('accent');
    var scatter = {
      type: 'scatter', symbolSize: 11, itemStyle: { color: accent }, data: values.map(function (v, i) { return [v[0], i]; }), z: 6,
      label: { show: true, position: 'top', distance: 3, color: k.css('ink'), fontSize: 11, textBorderColor: k.css('card'), textBorderWidth: k.theme.print ? 0 : 3, formatter: function (p) { return mmm.human(p.value[0]); } },
    };
    if (reference !== null) scatter.markLine = k.dashedAt({ xAxis: reference });
    return k.base({
      grid: Object.assign(k.beside(24), { top: 14 }), xAxis: k.under(axis, extra), yAxis: k.nameAxis(rows.map(function (c) { return c.name; })),
      tooltip: k.perItem(function (p) { return mmm.plain(rows[p.dataIndex].name) + '\n' + mmm.range(values[p.dataIndex], mmm.human); }),
      series: [k.whiskers(values, accent, false), scatter],
    });
  }
  /** Returns the part of the ROI that does not pass through other channels: the direct effect in the units of the ROI. */
  function directRoi(c) {
    return c.contribution[0] > 0 ? c.direct.map(function (v) { return (v * c.roi[0]) / c.contribution[0]; }) : null;
  }
  function returns(key) {
    return function (data, k) {
      var rows = withRoi(data);
      var values = rows.map(function (c) { return (key === 'roi' && k.theme.choice && k.theme.choice.effect === 'direct' ? directRoi(c) : c[key]) || [NaN, NaN, NaN]; });
      // Both charts share their scale, so that a channel's two returns can be compared.
      var both = [0, 1.1];
      rows.forEach(function (c) { c.roi.concat(c.mroi || []).filter(mmm.known).forEach(function (v) { both.push(v * 1.04); }); });
      var extra = { min: Math.min.apply(null, both), max: Math.max.apply(null, both), axisLabel: { color: k.css('quiet'), fontSize: 11, formatter: mmm.human, showMaxLabel: false } };
      return dots(data, k, rows, values, data.returned + ' per unit of spend', extra, 1);
    };
  }
  mmm.charts.roi = returns('roi');
  mmm.charts.mroi = returns('mroi');
  mmm.charts.cpik = function (data, k) {
    var rows = withRoi(data).filter(function (c) { return c.contribution[0] > 0; });
    var cost = function (c, i) { return c.contribution[i] > 0 ? c.spend / c.contribution[i] : NaN; };
    var values = rows.map(function (c) { return [cost(c, 0), cost(c, 2), cost(c, 1)]; });
    return dots(data, k, rows, values, 'spend per incremental unit of ' + data.outcome, { min: 0 }, null);
  };

  mmm.heights.bubbles = function () { return 360; };
  mmm.charts.bubbles = function (data, k) {
    var rows = withRoi(data).filter(function (c) { return c.mroi; });
    var most = Math.max.apply(null, rows.map(function (c) { return c.spend; }).concat([1e-12]));
    var limit = Math.max.apply(null, rows.map(function (c) { return Math.max(c.roi[0], c.mroi[0]); }).concat([1.1])) * 1.12;
    var ones = k.dashedAt({ xAxis: 1 });
    ones.data = [{ xAxis: 1 }, { yAxis: 1 }];
    return k.base({
      grid: { left: 30, right: 30, top: 26, bottom: 30, containLabel: true },
      xAxis: k.under('ROI', { min: 0, max: limit, axisLabel: { color: k.css('quiet'), fontSize: 11, formatter: mmm.human, showMaxLabel: false } }),
      yAxis: k.valueAxis('marginal ROI', { min: 0, max: limit, axisLabel: { color: k.css('quiet'), fontSize: 11, formatter: mmm.human, showMaxLabel: false } }),
      tooltip: k.perItem(function (p) { var c = rows[p.dataIndex]; return mmm.plain(c.name) + '\nspend ' + mmm.human(c.spend) + '\nROI ' + mmm.range(c.roi, mmm.human) + '\nmROI ' + mmm.range(c.mroi, mmm.human); }),
      series: [{
        type: 'scatter', markLine: ones, itemStyle: { color: k.css('accent'), opacity: 0.6, borderColor: k.css('accent') },
        data: rows.map(function (c) { return { value: [c.roi[0], c.mroi[0]], symbolSize: (k.narrow ? 8 : 12) + (k.narrow ? 22 : 46) * Math.sqrt(c.spend / most) }; }),
        labelLayout: { moveOverlap: 'shiftY' },
        label: { show: true, position: 'right', color: k.css('ink'), fontSize: 12, formatter: function (p) { return k.short(mmm.plain(rows[p.dataIndex].name)); } },
      }],
    });
  };

  mmm.heights.paths = function (data) { return 70 + 1.2 * mmm.ROW * data.channels.length; };
  mmm.charts.paths = function (data, k) {
    var rows = data.channels.slice().sort(function (a, b) { return b.contribution[0] - a.contribution[0]; });
    var bar = function (name, color, key) {
      return { name: name, type: 'bar', barMaxWidth: 12, itemStyle: { color: color, borderRadius: [0, 3, 3, 0] }, data: rows.map(function (c) { return c[key][0]; }) };
    };
    return k.base({
      legend: k.legend(), grid: { left: 8, right: 40, top: 30, bottom: 26, containLabel: true },
      xAxis: k.under(data.outcome), yAxis: k.nameAxis(rows.map(function (c) { return c.name; })),
      tooltip: k.perItem(function (p) { var c = rows[p.dataIndex]; return mmm.plain(c.name) + '\ndirect ' + mmm.range(c.direct, mmm.human) + '\ntotal ' + mmm.range(c.contribution, mmm.human); }),
      series: [
        bar('direct effect', mmm.PALETTE[4], 'direct'), bar('total effect', k.css('accent'), 'contribution'),
        k.whiskers(rows.map(function (c) { return c.direct; }), k.css('ink'), true, -8), k.whiskers(rows.map(function (c) { return c.contribution; }), k.css('ink'), true, 8),
      ],
    });
  };

  mmm.heights.priors = function (data) { return 70 + 1.2 * mmm.ROW * (data.priors || []).length; };
  mmm.charts.priors = function (data, k) {
    var rows = data.priors;
    var points = function (name, key, color, symbol, shift) {
      return { name: name, type: 'scatter', symbol: symbol, symbolSize: 9, symbolOffset: [0, shift], itemStyle: { color: color }, z: 6, data: rows.map(function (r, i) { return [r[key][0], i]; }) };
    };
    return k.base({
      legend: k.legend(), grid: { left: 8, right: 24, top: 30, bottom: 26, containLabel: true },
      xAxis: k.under('share of the mean outcome', { min: 0, axisLabel: k.percentLabels() }), yAxis: k.nameAxis(rows.map(function (r) { return r.channel; })),
      tooltip: k.perItem(function (p) { var r = rows[p.dataIndex]; return mmm.plain(r.channel) + '\nprior ' + mmm.range(r.prior, mmm.percent) + '\nposterior ' + mmm.range(r.posterior, mmm.percent); }),
      series: [
        k.whiskers(rows.map(function (r) { return r.prior; }), k.css('quiet'), false, -7), k.whiskers(rows.map(function (r) { return r.posterior; }), k.css('accent'), false, 7),
        points('prior', 'prior', k.css('quiet'), 'diamond', -7), points('posterior', 'posterior', k.css('accent'), 'circle', 7),
      ],
    });
  };
})();
