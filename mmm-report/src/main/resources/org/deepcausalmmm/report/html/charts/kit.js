/* What all charts share. The charts are pure functions of data and theme, so that a browser and a printer draw the same. */
var mmm = { charts: {}, grids: {}, heights: {} };

// Okabe and Ito's colours, which people with any colour vision can tell apart.
mmm.PALETTE = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#8a7a2e', '#7a5195'];
mmm.ROW = 34;

mmm.known = function (x) { return x !== null && x !== undefined && isFinite(x); };
// The sign before decimals; a page sets it to that of its reader.
mmm.decimal = '.';
mmm.written = function (text) { return mmm.decimal === '.' ? text : text.replace('.', mmm.decimal); };
mmm.human = function (x) {
  if (!mmm.known(x)) return '\u2013';
  var digits = function (y) { return mmm.written(String(Number(y.toPrecision(3)))); };
  var size = Math.abs(x);
  if (size >= 999.5e6) return digits(x / 1e9) + '\u202fbn';
  if (size >= 999.5e3) return digits(x / 1e6) + '\u202fM';
  if (size >= 9999.5) return digits(x / 1e3) + '\u202fk';
  return size >= 999.5 ? String(Math.round(x)) : digits(x);
};
mmm.percent = function (x) {
  return mmm.known(x) ? mmm.written((100 * x).toFixed(x !== 0 && Math.abs(x) < 0.0995 ? 1 : 0)) + '%' : '\u2013';
};
mmm.range = function (i, format) { return format(i[0]) + ' (' + format(i[1]) + ' to ' + format(i[2]) + ')'; };
// The text of a chart is rich text to ECharts: braces in a name must not become markup.
mmm.plain = function (text) { return String(text).replace(/[{}|]/g, ' '); };
mmm.sum = function (values) { return values.reduce(function (all, v) { return all + (mmm.known(v) ? v : 0); }, 0); };

/**
 * Makes the helpers for a theme: css(name) gives a colour, font the family, narrow whether the chart is on a phone.
 */
mmm.kit = function (theme) {
  var css = theme.css;
  var narrow = theme.narrow;
  var kit = { css: css, narrow: narrow, theme: theme };
  // On a narrow screen a name may take two lines beside its row, and no more.
  kit.short = function (name) { return narrow && name.length > 26 ? name.slice(0, 25) + '\u2026' : name; };
  kit.base = function (extra) {
    return Object.assign({
      animation: false,
      aria: { enabled: true },
      textStyle: { fontFamily: theme.font, color: css('ink') },
      tooltip: kit.tooltip({ trigger: 'axis' }),
      grid: { left: 8, right: 40, top: 30, bottom: 8, containLabel: true },
    }, extra);
  };
  kit.tooltip = function (extra) {
    return Object.assign({
      renderMode: 'richText', confine: true, backgroundColor: css('card'), borderColor: css('line'), textStyle: { color: css('ink'), fontSize: 12 },
    }, extra);
  };
  kit.perItem = function (formatter) { return kit.tooltip({ trigger: 'item', formatter: formatter }); };
  kit.valueAxis = function (name, extra) {
    return Object.assign({
      type: 'value', name: mmm.plain(name), nameTextStyle: { color: css('quiet'), fontSize: 11, align: 'left' }, nameGap: 12,
      axisLabel: { color: css('quiet'), fontSize: 11, formatter: mmm.human, hideOverlap: true },
      splitLine: { lineStyle: { color: css('line') } }, axisLine: { show: false }, axisTick: { show: false },
    }, extra);
  };
  kit.under = function (name, extra) {
    return kit.valueAxis(name, Object.assign({ nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: css('quiet'), fontSize: 11 } }, extra));
  };
  kit.percentLabels = function () { return { color: css('quiet'), fontSize: 11, formatter: mmm.percent, hideOverlap: true }; };
  kit.beside = function (right) { return { left: 8, right: right, top: 6, bottom: 26, containLabel: true }; };
  kit.nameAxis = function (names) {
    return {
      type: 'category', data: names.map(function (name) { return kit.short(mmm.plain(name)); }), inverse: true,
      axisLabel: { color: css('ink'), fontSize: 12, width: narrow ? 96 : 190, lineHeight: 13, overflow: narrow ? 'break' : 'truncate', interval: 0 },
      axisLine: { show: false }, axisTick: { show: false },
    };
  };
  kit.weekAxis = function (weeks) {
    return {
      type: 'category', data: weeks, boundaryGap: false, axisLabel: { color: css('quiet'), fontSize: 11, hideOverlap: true },
      axisLine: { lineStyle: { color: css('line') } }, axisTick: { show: false },
    };
  };
  /** Shows only the last weeks of a time axis where a reader has chosen so. */
  kit.cropped = function (axis) {
    var weeks = theme.choice && theme.choice.weeks;
    return weeks > 0 && axis.data.length > weeks ? Object.assign(axis, { min: axis.data.length - weeks }) : axis;
  };
  kit.legend = function (extra) {
    return Object.assign({
      top: 0, left: 'center', type: 'scroll', icon: 'roundRect', itemWidth: 14, itemHeight: 8,
      textStyle: { color: css('quiet'), fontSize: 12 }, pageTextStyle: { color: css('quiet') },
    }, extra);
  };
  kit.dashedAt = function (where) {
    return { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: css('quiet'), type: 'dashed' }, data: [where] };
  };
  /** Fills the area between two bounds, with a gap where one of them is unknown. */
  kit.band = function (name, x, lower, upper) {
    var runs = [];
    lower.forEach(function (low, i) {
      if (!mmm.known(low) || !mmm.known(upper[i])) return;
      var last = runs[runs.length - 1];
      if (last && last[last.length - 1] === i - 1) last.push(i); else runs.push([i]);
    });
    return {
      name: name, type: 'custom', silent: true, z: 1, tooltip: { show: false }, itemStyle: { color: css('band') },
      data: lower.map(function (low, i) { return [x[i], low, upper[i]]; }), encode: { x: 0, y: [1, 2] },
      renderItem: function (params, api) {
        if (params.dataIndexInside > 0) return null;
        var at = function (i, bound) { return api.coord([x[i], bound[i]]); };
        return { type: 'group', children: runs.map(function (run) {
          var up = run.map(function (i) { return at(i, upper); });
          var down = run.slice().reverse().map(function (i) { return at(i, lower); });
          return { type: 'polygon', style: { fill: css('band') }, shape: { points: up.concat(down) } };
        }) };
      },
    };
  };
  /** Draws a line from the lower to the upper bound of each row; with caps if asked. */
  kit.whiskers = function (rows, color, caps, offset) {
    return {
      type: 'custom', silent: true, z: 5, tooltip: { show: false }, encode: { x: [0, 1], y: 2 },
      data: rows.map(function (r, i) { return [r[1], r[2], i]; }),
      renderItem: function (params, api) {
        if (!mmm.known(api.value(0)) || !mmm.known(api.value(1))) return null;
        var shift = offset || 0;
        var from = api.coord([api.value(0), api.value(2)]);
        var to = api.coord([api.value(1), api.value(2)]);
        var stroke = { stroke: color, lineWidth: caps ? 1.2 : 3, lineCap: 'round', opacity: caps ? 0.8 : 0.45 };
        var line = function (x1, y1, x2, y2) { return { type: 'line', shape: { x1: x1, y1: y1 + shift, x2: x2, y2: y2 + shift }, style: stroke }; };
        var ends = caps ? [line(from[0], from[1] - 4, from[0], from[1] + 4), line(to[0], to[1] - 4, to[0], to[1] + 4)] : [];
        return { type: 'group', children: [line(from[0], from[1], to[0], to[1])].concat(ends) };
      },
    };
  };
  return kit;
};
