/* Tells ECharts what to draw; the data lie in the element #data. */
(function () {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  // Okabe and Ito's colours, which people who see colours differently can tell apart.
  const PALETTE = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#8a7a2e', '#7a5195'];
  const MOST_LAYERS = PALETTE.length - 1;
  const ROW = 34;
  const charts = [];
  const choice = { region: -1, layers: 'all' };

  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const font = () => getComputedStyle(document.body).fontFamily.replace(/"/g, '');
  const known = (x) => x !== null && x !== undefined && isFinite(x);
  const digits = (x) => String(Number(x.toPrecision(3)));
  function human(x) {
    if (!known(x)) return '\u2013';
    const size = Math.abs(x);
    if (size >= 999.5e6) return digits(x / 1e9) + '\u202fbn';
    if (size >= 999.5e3) return digits(x / 1e6) + '\u202fM';
    if (size >= 9999.5) return digits(x / 1e3) + '\u202fk';
    return size >= 999.5 ? String(Math.round(x)) : digits(x);
  }
  const percent = (x) => (known(x) ? (100 * x).toFixed(x !== 0 && Math.abs(x) < 0.0995 ? 1 : 0) + '%' : '\u2013');
  const range = (i, format) => format(i[0]) + ' (' + format(i[1]) + ' to ' + format(i[2]) + ')';
  // The text of a chart is rich text to ECharts: braces in a name must not become markup.
  const plain = (text) => String(text).replace(/[{}|]/g, ' ');
  const narrow = () => window.innerWidth < 640;
  // On a narrow screen a name may take two lines beside its row, and no more.
  const short = (name) => (narrow() && name.length > 26 ? name.slice(0, 25) + '\u2026' : name);

  function base(extra) {
    return Object.assign({
      animation: false,
      aria: { enabled: true },
      textStyle: { fontFamily: font(), color: css('ink') },
      tooltip: {
        renderMode: 'richText', confine: true, trigger: 'axis',
        backgroundColor: css('card'), borderColor: css('line'), textStyle: { color: css('ink'), fontSize: 12 },
      },
      grid: { left: 8, right: 40, top: 30, bottom: 8, containLabel: true },
    }, extra);
  }
  function valueAxis(name, extra) {
    return Object.assign({
      type: 'value', name: name, nameTextStyle: { color: css('quiet'), fontSize: 11, align: 'left' }, nameGap: 12,
      axisLabel: { color: css('quiet'), fontSize: 11, formatter: human, hideOverlap: true },
      splitLine: { lineStyle: { color: css('line') } }, axisLine: { show: false }, axisTick: { show: false },
    }, extra);
  }
  const under = (name, extra) => valueAxis(name, Object.assign({ nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: css('quiet'), fontSize: 11 } }, extra));
  const beside = (right) => ({ left: 8, right: right, top: 6, bottom: 26, containLabel: true });
  function nameAxis(names, extra) {
    return Object.assign({
      type: 'category', data: names.map((name) => short(plain(name))), inverse: true,
      axisLabel: { color: css('ink'), fontSize: 12, width: narrow() ? 96 : 190, lineHeight: 13, overflow: narrow() ? 'break' : 'truncate', interval: 0 },
      axisLine: { show: false }, axisTick: { show: false },
    }, extra);
  }
  function weekAxis() {
    return {
      type: 'category', data: data.weeks, boundaryGap: false,
      axisLabel: { color: css('quiet'), fontSize: 11, hideOverlap: true },
      axisLine: { lineStyle: { color: css('line') } }, axisTick: { show: false },
    };
  }
  function legend(extra) {
    return Object.assign({
      top: 0, left: 'center', type: 'scroll', icon: 'roundRect', itemWidth: 14, itemHeight: 8,
      textStyle: { color: css('quiet'), fontSize: 12 }, pageTextStyle: { color: css('quiet') },
    }, extra);
  }
  /** Fills the area between two bounds, with a gap where one of them is unknown. */
  function band(name, x, lower, upper) {
    const runs = [];
    lower.forEach((low, i) => {
      if (!known(low) || !known(upper[i])) return;
      const last = runs[runs.length - 1];
      if (last && last[last.length - 1] === i - 1) last.push(i); else runs.push([i]);
    });
    return {
      name: name, type: 'custom', silent: true, z: 1, tooltip: { show: false }, itemStyle: { color: css('band') },
      data: lower.map((low, i) => [x[i], low, upper[i]]), encode: { x: 0, y: [1, 2] },
      renderItem: (params, api) => {
        if (params.dataIndexInside > 0) return null;
        const at = (i, bound) => api.coord([x[i], bound[i]]);
        return { type: 'group', children: runs.map((run) => ({
          type: 'polygon', style: { fill: css('band') },
          shape: { points: run.map((i) => at(i, upper)).concat(run.slice().reverse().map((i) => at(i, lower))) },
        })) };
      },
    };
  }
  /** Draws a line from the lower to the upper bound of each row; with caps if asked. */
  function whiskers(rows, color, caps) {
    return {
      type: 'custom', silent: true, z: 5, data: rows.map((r, i) => [r[1], r[2], i]), encode: { x: [0, 1], y: 2 }, tooltip: { show: false },
      renderItem: (params, api) => {
        const from = api.coord([api.value(0), api.value(2)]);
        const to = api.coord([api.value(1), api.value(2)]);
        const stroke = { stroke: color, lineWidth: caps ? 1.2 : 3, lineCap: 'round', opacity: caps ? 0.8 : 0.45 };
        const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1: x1, y1: y1, x2: x2, y2: y2 }, style: stroke });
        const ends = caps ? [line(from[0], from[1] - 4, from[0], from[1] + 4), line(to[0], to[1] - 4, to[0], to[1] + 4)] : [];
        return { type: 'group', children: [line(from[0], from[1], to[0], to[1])].concat(ends) };
      },
    };
  }

  const draw = {
    fit() {
      const s = choice.region < 0 ? data.total : data.regions[choice.region];
      const accent = css('accent');
      const held = data.trainWeeks < data.weeks.length;
      const expected = {
        name: 'expected', type: 'line', data: s.predicted, symbol: 'none', lineStyle: { color: accent, width: 2 }, itemStyle: { color: accent },
        markArea: held ? {
          silent: true, itemStyle: { color: css('shade') }, label: { show: true, position: 'insideTop', color: css('quiet'), fontSize: 11 },
          data: [[{ name: 'held out', xAxis: data.weeks[data.trainWeeks] }, { xAxis: data.weeks[data.weeks.length - 1] }]],
        } : undefined,
      };
      const observed = { name: 'observed', type: 'scatter', data: s.actual, symbolSize: narrow() ? 4 : 5, itemStyle: { color: css('ink') }, z: 4 };
      return base({
        legend: legend({ data: ['observed', 'expected', '90% interval'] }),
        grid: { left: 8, right: 40, top: 52, bottom: 8, containLabel: true },
        xAxis: weekAxis(), yAxis: valueAxis(plain(data.outcome) + ' per week', { scale: true }),
        series: [band('90% interval', s.lower.map((v, i) => i), s.lower, s.upper), expected, observed],
        tooltip: Object.assign(base().tooltip, {
          formatter: (items) => {
            const t = items[0].dataIndex;
            return data.weeks[t] + '\nobserved ' + human(s.actual[t]) + '\nexpected ' + range([s.predicted[t], s.lower[t], s.upper[t]], human);
          },
        }),
      });
    },
    forecasts() {
      const rows = data.forecasts.slice().sort((a, b) => a.rmse - b.rmse);
      return base({
        grid: beside(60),
        xAxis: under('error, ' + plain(data.outcome), { min: 0 }), yAxis: nameAxis(rows.map((r) => r.name)), tooltip: { show: false },
        series: [{
          type: 'bar', barMaxWidth: 18, label: { show: true, position: 'right', color: css('ink'), formatter: (p) => human(p.value) },
          data: rows.map((r) => ({ value: r.rmse, itemStyle: { color: r.name === 'this model' ? css('accent') : css('base'), borderRadius: 2 } })),
        }],
      });
    },
    waterfall() {
      const rows = steps();
      return base({
        grid: beside(narrow() ? 58 : 110),
        xAxis: under(plain(data.outcome)), yAxis: nameAxis(rows.map((r) => r.name)),
        tooltip: Object.assign(base().tooltip, { trigger: 'item', formatter: (p) => plain(rows[p.dataIndex].name) + '\n' + human(rows[p.dataIndex].value) }),
        series: [{
          type: 'custom', encode: { x: [0, 1], y: 2 }, data: rows.map((r, i) => [r.from, r.to, i]),
          renderItem: (params, api) => {
            const row = rows[params.dataIndex];
            const a = api.coord([api.value(0), api.value(2)]);
            const b = api.coord([api.value(1), api.value(2)]);
            const height = Math.min(20, api.size([0, 1])[1] * 0.62);
            const left = Math.min(a[0], b[0]);
            const end = row.bounds ? api.coord([row.bounds[2], api.value(2)])[0] : left;
            const text = { x: Math.max(a[0], b[0], end) + 7, y: a[1], text: row.label, fill: css('ink'), fontSize: 11.5, fontFamily: font(), verticalAlign: 'middle' };
            return { type: 'group', children: [
              { type: 'rect', shape: { x: left, y: a[1] - height / 2, width: Math.max(1, Math.abs(b[0] - a[0])), height: height, r: 2 }, style: { fill: row.color } },
              { type: 'text', style: text, z2: 10 },
            ] };
          },
        }, whiskers(rows.map((r) => r.bounds || [NaN, NaN, NaN]), css('ink'), true)],
      });
    },
    layers() {
      const media = data.components.filter((c) => c.kind === 'media').sort((a, b) => b.fitted - a.fitted);
      const rest = data.components.filter((c) => c.kind !== 'media');
      const shown = media.length > PALETTE.length ? media.slice(0, MOST_LAYERS) : media;
      const others = media.slice(shown.length);
      const sum = (parts) => data.weeks.map((w, t) => parts.reduce((all, c) => all + c.values[t], 0));
      const layers = shown.map((c, i) => ({ name: plain(c.name), values: c.values, color: PALETTE[i] }));
      if (others.length) layers.push({ name: others.length + ' other channels', values: sum(others), color: PALETTE[MOST_LAYERS] });
      if (choice.layers === 'all') layers.unshift({ name: 'baseline and controls', values: sum(rest), color: css('base') });
      return base({
        legend: legend({ data: layers.map((l) => l.name) }),
        grid: { left: 8, right: 40, top: 52, bottom: 8, containLabel: true },
        xAxis: weekAxis(), yAxis: valueAxis(plain(data.outcome) + ' per week'),
        tooltip: Object.assign(base().tooltip, {
          formatter: (items) => data.weeks[items[0].dataIndex] + items.slice().reverse().map((p) => '\n' + p.seriesName + ' ' + human(p.value)).join(''),
        }),
        series: layers.map((l) => ({
          name: l.name, type: 'line', stack: 'all', symbol: 'none', data: l.values,
          lineStyle: { width: 0 }, itemStyle: { color: l.color }, areaStyle: { color: l.color, opacity: 0.92 },
        })),
      });
    },
    roi: () => dots('roi'),
    mroi: () => dots('mroi'),
    graph() {
      const margin = narrow() ? 44 : 80;
      const element = document.querySelector('[data-chart=graph]');
      const places = layout(element.clientWidth - 2 * margin, element.clientHeight - 84);
      const strongest = Math.max.apply(null, data.edges.map((e) => Math.abs(e.weight[0])).concat([1e-9]));
      const largest = Math.max.apply(null, data.channels.map((c) => c.share[0]).concat([1e-9]));
      const nodes = data.channels.map((c) => ({
        name: 'c:' + c.name, x: places[c.name].x, y: places[c.name].y, title: plain(c.name), share: c.share,
        symbolSize: 16 + 26 * Math.sqrt(Math.max(0, c.share[0]) / largest), itemStyle: { color: css('accent') },
        label: { position: 'bottom' },
      }));
      nodes.push({ name: 'o', x: places[''].x, y: places[''].y, title: plain(data.outcome), symbol: 'roundRect', symbolSize: 40, itemStyle: { color: css('quiet') }, label: { position: 'bottom' } });
      const links = data.edges.map((e) => ({
        source: 'c:' + e.from, target: 'c:' + e.to, edge: e, symbol: e.kind === 'causal' ? ['none', 'arrow'] : ['none', 'none'],
        label: { show: true, formatter: () => percent(e.probability), color: css('ink'), fontSize: 12, backgroundColor: css('card'), padding: [1, 4] },
        lineStyle: { width: 1.5 + (6 * Math.abs(e.weight[0])) / strongest, type: e.kind === 'causal' ? 'solid' : 'dashed', color: e.kind === 'causal' ? PALETTE[5] : css('quiet'), opacity: 0.9, curveness: 0.12 },
      }));
      data.channels.forEach((c) => links.push({ source: 'c:' + c.name, target: 'o', symbolSize: [0, 6], lineStyle: { width: 1, color: css('quiet'), opacity: 0.35, curveness: 0.06 } }));
      return base({
        tooltip: Object.assign(base().tooltip, {
          trigger: 'item',
          formatter: (p) => p.dataType === 'node'
            ? p.data.title + (p.data.share ? '\nshare ' + range(p.data.share, percent) : '')
            : p.data.edge ? plain(p.data.edge.from) + ' \u2192 ' + plain(p.data.edge.to) + '\nstrength ' + range(p.data.edge.weight, human) + '\nfound in ' + percent(p.data.edge.probability) : '',
        }),
        series: [{
          type: 'graph', layout: 'none', left: margin, right: margin, top: 30, bottom: 54, data: nodes, links: links,
          edgeSymbol: ['none', 'arrow'], edgeSymbolSize: [0, 11],
          label: { show: true, color: css('ink'), fontSize: 12, width: narrow() ? 84 : 150, overflow: 'truncate', formatter: (p) => p.data.title },
        }],
      });
    },
  };

  /** Stacks the components one behind the other, the baseline first. */
  function steps() {
    const shares = {};
    data.channels.forEach((c) => { shares[c.name] = c.share; });
    const total = data.components.reduce((all, c) => all + c.fitted, 0);
    const order = { baseline: 0, control: 1, media: 2 };
    let sum = 0;
    // Controls count from their mean, so their sum is 0 but for rounding, which is not to be shown.
    const summed = (c) => (Math.abs(c.fitted) < 1e-9 * Math.abs(total) ? 0 : c.fitted);
    const list = data.components.map((c) => Object.assign({}, c, { fitted: summed(c) })).sort((a, b) => order[a.kind] - order[b.kind] || b.fitted - a.fitted).map((c) => {
      const row = { name: c.name, value: c.fitted, from: sum, to: sum + c.fitted };
      const share = c.kind === 'media' ? shares[c.name] : null;
      row.bounds = share && share[0] > 0 ? share.map((s) => sum + (c.fitted * s) / share[0]) : null;
      row.color = c.kind === 'media' ? css('accent') : css('base');
      row.label = narrow() ? percent(c.fitted / total) : human(c.fitted) + '  ' + percent(c.fitted / total);
      sum += c.fitted;
      return row;
    });
    return list.concat([{ name: 'expected', value: total, from: 0, to: total, color: css('quiet'), label: human(total) }]);
  }

  /** Puts causes left of effects and the outcome at the right, in pixels. */
  function layout(width, height) {
    const depth = {};
    const linked = {};
    data.channels.forEach((c) => { depth[c.name] = 0; });
    data.edges.forEach((e) => { linked[e.from] = linked[e.to] = true; });
    for (let round = 0; round < data.channels.length; round++) {
      data.edges.filter((e) => e.kind === 'causal').forEach((e) => { depth[e.to] = Math.max(depth[e.to], depth[e.from] + 1); });
    }
    const last = Math.max.apply(null, Object.values(depth));
    const columns = [];
    data.channels.forEach((c) => (columns[depth[c.name]] = columns[depth[c.name]] || []).push(c.name));
    const places = { '': { x: 100 * (last + 1.15), y: 50 } };
    columns.forEach((names, column) => {
      names.sort((a, b) => (linked[b] ? 1 : 0) - (linked[a] ? 1 : 0));
      // From the middle outwards would hide links behind nodes: every second name steps aside.
      names.forEach((name, i) => { places[name] = { x: 100 * column + (names.length > 4 && i % 2 ? 22 : 0), y: (100 * (i + 0.5)) / names.length + (column % 2 ? 9 : 0) }; });
    });
    const all = Object.values(places);
    ['x', 'y'].forEach((axis) => {
      const least = Math.min.apply(null, all.map((p) => p[axis]));
      const span = Math.max.apply(null, all.map((p) => p[axis])) - least || 1;
      all.forEach((p) => { p[axis] = ((p[axis] - least) / span) * (axis === 'x' ? width : height); });
    });
    return places;
  }

  function dots(key) {
    const rows = data.channels.filter((c) => c.roi).sort((a, b) => b.roi[0] - a.roi[0]);
    const values = rows.map((c) => c[key] || [NaN, NaN, NaN]);
    // Both charts share their scale, so that a channel's two returns can be compared.
    const both = [0, 1.1].concat(...rows.map((c) => [].concat(c.roi, c.mroi || []).filter(known).map((v) => v * 1.04)));
    const accent = css('accent');
    return base({
      grid: Object.assign(beside(24), { top: 14 }),
      xAxis: under(plain(data.outcome) + ' per unit of spend', { min: Math.min.apply(null, both), max: Math.max.apply(null, both), axisLabel: { color: css('quiet'), fontSize: 11, formatter: human, showMaxLabel: false } }), yAxis: nameAxis(rows.map((c) => c.name)),
      tooltip: Object.assign(base().tooltip, { trigger: 'item', formatter: (p) => plain(rows[p.dataIndex].name) + '\n' + range(values[p.dataIndex], human) }),
      series: [whiskers(values, accent, false), {
        type: 'scatter', symbolSize: 11, itemStyle: { color: accent }, data: values.map((v, i) => [v[0], i]), z: 6,
        label: { show: true, position: 'top', distance: 3, color: css('ink'), fontSize: 11, textBorderColor: css('card'), textBorderWidth: 3, formatter: (p) => human(p.value[0]) },
        markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: css('quiet'), type: 'dashed' }, data: [{ xAxis: 1 }] },
      }],
    });
  }

  const small = {
    curves(curve) {
      const x = curve.points.map((p) => p[1]);
      const channel = data.channels.find((c) => c.name === curve.channel);
      const now = curve.points.reduce((best, p) => (Math.abs(p[0] - 1) < Math.abs(best[0] - 1) ? p : best));
      const accent = css('accent');
      return base({
        grid: { left: 4, right: 14, top: 26, bottom: 20, containLabel: true },
        xAxis: valueAxis(channel && channel.paid ? 'spend' : 'exposure', { min: 0, max: x[x.length - 1], nameLocation: 'middle', nameGap: 22, splitLine: { show: false }, splitNumber: 3, axisLabel: { color: css('quiet'), fontSize: 11, formatter: human, showMaxLabel: false } }),
        yAxis: valueAxis(plain(data.outcome), { splitNumber: 3 }),
        tooltip: Object.assign(base().tooltip, {
          formatter: (items) => { const p = curve.points[items[0].dataIndex]; return human(p[1]) + ' (\u00d7' + p[0] + ')\n' + range(p.slice(2), human); },
        }),
        series: [
          band('interval', x, curve.points.map((p) => p[3]), curve.points.map((p) => p[4])),
          { type: 'line', data: curve.points.map((p) => [p[1], p[2]]), symbol: 'none', lineStyle: { color: accent, width: 2 }, itemStyle: { color: accent } },
          { type: 'scatter', data: [[now[1], now[2]]], symbolSize: 10, itemStyle: { color: PALETTE[5] }, z: 6, tooltip: { show: false } },
        ],
      });
    },
    effectiveness(row) {
      const accent = css('accent');
      const bound = (i) => row.weeks.map((w) => w[i]);
      return base({
        grid: { left: 4, right: 14, top: 26, bottom: 8, containLabel: true },
        xAxis: weekAxis(), yAxis: valueAxis('times its mean', { scale: true, splitNumber: 3 }),
        tooltip: Object.assign(base().tooltip, { formatter: (items) => data.weeks[items[0].dataIndex] + '\n' + range(row.weeks[items[0].dataIndex], human) }),
        series: [
          band('interval', row.weeks.map((w, t) => t), bound(1), bound(2)),
          {
            type: 'line', data: bound(0), symbol: 'none', lineStyle: { color: accent, width: 2 }, itemStyle: { color: accent },
            markLine: { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: css('quiet'), type: 'dashed' }, data: [{ yAxis: 1 }] },
          },
        ],
      });
    },
    carryover(row) {
      const top = Math.min(1, Math.ceil(5 * Math.max.apply(null, row.shares.map((s) => s[2]))) / 5);
      const bars = {
        type: 'bar', data: row.shares.map((s) => s[0]), barCategoryGap: '35%', itemStyle: { color: css('accent'), opacity: 0.75, borderRadius: [2, 2, 0, 0] },
      };
      const errors = {
        type: 'custom', silent: true, data: row.shares.map((s, i) => [i, s[1], s[2]]), encode: { x: 0, y: [1, 2] }, z: 5, tooltip: { show: false },
        renderItem: (params, api) => {
          const a = api.coord([api.value(0), api.value(1)]);
          const b = api.coord([api.value(0), api.value(2)]);
          return { type: 'line', shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke: css('ink'), lineWidth: 1.2, opacity: 0.75 } };
        },
      };
      return base({
        grid: { left: 4, right: 10, top: 26, bottom: 20, containLabel: true },
        xAxis: Object.assign(weekAxis(), { boundaryGap: true, data: row.shares.map((s, i) => i), name: 'weeks later', nameLocation: 'middle', nameGap: 22, nameTextStyle: { color: css('quiet'), fontSize: 11 } }),
        yAxis: valueAxis('share of the effect', { min: 0, max: top, interval: top / 2, axisLabel: { color: css('quiet'), fontSize: 11, formatter: percent } }),
        tooltip: Object.assign(base().tooltip, { formatter: (items) => range(row.shares[items[0].dataIndex], percent) }),
        series: [bars, errors],
      });
    },
  };

  const counts = { components: data.components.length + 1, paid: data.channels.filter((c) => c.roi).length };
  document.querySelectorAll('[data-chart]').forEach((element) => {
    const rows = element.dataset.rows;
    if (rows) element.style.height = 60 + ROW * (counts[rows] || Number(rows)) + 'px';
    charts.push({ element: element, option: draw[element.dataset.chart] });
  });
  document.querySelectorAll('[data-grid]').forEach((grid) => {
    data[grid.dataset.grid].forEach((row) => {
      const figure = grid.appendChild(document.createElement('figure'));
      figure.appendChild(document.createElement('figcaption')).textContent = row.channel;
      const element = figure.appendChild(document.createElement('div'));
      element.className = 'chart';
      charts.push({ element: element, option: () => small[grid.dataset.grid](row) });
    });
  });
  function redraw(chart) {
    if (!chart.instance) chart.instance = echarts.init(chart.element, null, { renderer: 'svg' });
    chart.instance.resize();
    chart.instance.setOption(chart.option(), true);
  }
  const redrawAll = () => charts.forEach(redraw);
  const redrawOnly = (name) => charts.filter((c) => c.element.dataset.chart === name).forEach(redraw);
  redrawAll();

  let timer;
  window.addEventListener('resize', () => { clearTimeout(timer); timer = setTimeout(redrawAll, 150); });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawAll);
  window.matchMedia('print').addEventListener('change', redrawAll);
  const region = document.getElementById('region');
  if (region) region.addEventListener('change', () => { choice.region = Number(region.value); redrawOnly('fit'); });
  document.querySelectorAll('input[name="layers"]').forEach((input) => {
    input.addEventListener('change', () => { choice.layers = input.value; redrawOnly('layers'); });
  });
  const filter = document.getElementById('filter');
  filter.addEventListener('input', () => {
    const wanted = filter.value.toLowerCase();
    document.querySelectorAll('#parameters tbody tr').forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
  });
})();
