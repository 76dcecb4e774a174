/* Tells ECharts what to draw of a plan; the data lie in the element #data. */
(function () {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const PLANNED = '#d55e00';
  const ROW = 26;
  const charts = [];
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
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
  const range = (i) => human(i[0]) + ' (' + human(i[1]) + ' to ' + human(i[2]) + ')';
  // The text of a chart is rich text to ECharts: braces in a name must not become markup.
  const plain = (text) => String(text).replace(/[{}|]/g, ' ');
  const base = (extra) => Object.assign({
    animation: false, aria: { enabled: true }, textStyle: { color: css('ink') },
    tooltip: { renderMode: 'richText', confine: true, backgroundColor: css('card'), borderColor: css('line'), textStyle: { color: css('ink'), fontSize: 12 } },
    grid: { left: 8, right: 24, top: 30, bottom: 26, containLabel: true },
  }, extra);
  const value = (name, extra) => Object.assign({
    type: 'value', name: plain(name), nameLocation: 'middle', nameGap: 26, nameTextStyle: { color: css('quiet'), fontSize: 11 },
    axisLabel: { color: css('quiet'), fontSize: 11, formatter: human, hideOverlap: true }, splitLine: { lineStyle: { color: css('line') } },
  }, extra);
  const names = (list) => ({
    type: 'category', data: list.map(plain), inverse: true, axisLine: { show: false }, axisTick: { show: false },
    axisLabel: { color: css('ink'), fontSize: 12, width: 190, overflow: 'truncate', interval: 0 },
  });
  const legend = () => ({ top: 0, icon: 'roundRect', itemWidth: 14, itemHeight: 8, textStyle: { color: css('quiet'), fontSize: 12 } });
  const whiskers = (rows) => ({
    type: 'custom', silent: true, z: 5, tooltip: { show: false }, data: rows.map((r, i) => [r[1], r[2], i]), encode: { x: [0, 1], y: 2 },
    renderItem: (params, api) => {
      const a = api.coord([api.value(0), api.value(2)]);
      const b = api.coord([api.value(1), api.value(2)]);
      return { type: 'line', shape: { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }, style: { stroke: css('ink'), lineWidth: 2, opacity: 0.7 } };
    },
  });
  const band = (curve) => ({
    type: 'custom', silent: true, z: 1, tooltip: { show: false }, data: curve.map((p) => [p[0], p[2], p[3]]), encode: { x: 0, y: [1, 2] },
    renderItem: (params, api) => params.dataIndexInside > 0 ? null : {
      type: 'polygon', style: { fill: css('band') },
      shape: { points: curve.map((p) => api.coord([p[0], p[3]])).concat(curve.slice().reverse().map((p) => api.coord([p[0], p[2]]))) },
    },
  });

  const draw = {
    money: () => base({
      legend: legend(), xAxis: value('spend'), yAxis: names(data.channels.map((c) => c.name)),
      tooltip: Object.assign(base().tooltip, { trigger: 'item', formatter: (p) => plain(data.channels[p.dataIndex].name) + '\n' + p.seriesName + ' ' + human(p.value) }),
      series: [
        { name: 'present', type: 'bar', data: data.channels.map((c) => c.present), itemStyle: { color: css('base') }, barMaxWidth: 16 },
        { name: 'planned', type: 'bar', data: data.channels.map((c) => c.optimum), itemStyle: { color: PLANNED }, barMaxWidth: 16 },
      ],
    }),
    outcome: () => {
      const rows = data.plans.map((p) => p.outcome).concat([data.gain]);
      return base({
        grid: { left: 8, right: 60, top: 8, bottom: 26, containLabel: true },
        xAxis: value(data.outcome), yAxis: names(data.plans.map((p) => p.name).concat(['planned less present']).map((n, i) => n + '  ' + human(rows[i][0]))),
        tooltip: Object.assign(base().tooltip, { trigger: 'item', formatter: (p) => range(rows[p.dataIndex]) }),
        series: [
          { type: 'bar', barMaxWidth: 18, data: rows.map((r, i) => ({ value: r[0], itemStyle: { color: i < 2 ? css('base') : i === 2 ? PLANNED : css('accent') } })) },
          whiskers(rows),
        ],
      });
    },
    frontier: () => base({
      legend: legend(), xAxis: value('budget', { scale: true }), yAxis: value(data.measured, { scale: true, nameLocation: 'end', nameGap: 12, nameTextStyle: { align: 'left', color: css('quiet'), fontSize: 11 } }),
      tooltip: Object.assign(base().tooltip, { trigger: 'item', formatter: (p) => p.seriesName + '\n' + human(p.value[0]) + ' brings ' + human(p.value[1]) }),
      series: [
        { name: 'best plans', type: 'line', data: data.frontier.map((p) => [p[0], p[1]]), symbolSize: 5, lineStyle: { color: css('accent') }, itemStyle: { color: css('accent') } },
        { name: 'no plan brings more', type: 'line', data: data.frontier.map((p) => [p[0], p[2]]), symbol: 'none', lineStyle: { color: css('accent'), type: 'dashed', width: 1 }, itemStyle: { color: css('accent'), opacity: 0.5 } },
        { name: 'present', type: 'scatter', data: [[data.plans[0].spend, data.plans[0].measure]], symbolSize: 12, itemStyle: { color: css('quiet') } },
        { name: 'planned', type: 'scatter', data: [[data.plans[2].spend, data.plans[2].measure]], symbolSize: 12, itemStyle: { color: PLANNED } },
      ],
    }),
  };
  const curve = (c) => base({
    grid: { left: 4, right: 14, top: 14, bottom: 24, containLabel: true },
    xAxis: value('spend', { splitNumber: 3, splitLine: { show: false } }), yAxis: value('', { splitNumber: 3 }),
    tooltip: Object.assign(base().tooltip, { trigger: 'item', formatter: (p) => p.seriesName + '\n' + human(p.value[0]) + ' brings ' + human(p.value[1]) }),
    series: [
      band(c.curve),
      { name: plain(c.name), type: 'line', data: c.curve.map((p) => [p[0], p[1]]), symbol: 'none', lineStyle: { color: css('accent'), width: 2 } },
      { name: 'present', type: 'scatter', data: [[c.present, c.presentOutcome[0]]], symbolSize: 10, itemStyle: { color: css('quiet') }, z: 6 },
      { name: 'planned', type: 'scatter', data: [[c.optimum, c.optimumOutcome[0]]], symbolSize: 10, itemStyle: { color: PLANNED }, z: 7 },
    ],
  });

  document.querySelectorAll('[data-chart]').forEach((element) => {
    const rows = Number(element.dataset.rows || 0);
    if (rows) element.style.height = 70 + ROW * rows + 'px';
    charts.push({ element: element, option: draw[element.dataset.chart] });
  });
  const grid = document.querySelector('[data-grid="curves"]');
  data.channels.forEach((channel) => {
    const figure = grid.appendChild(document.createElement('figure'));
    figure.appendChild(document.createElement('figcaption')).textContent = channel.name;
    const element = figure.appendChild(document.createElement('div'));
    element.className = 'chart';
    charts.push({ element: element, option: () => curve(channel) });
  });
  const redraw = (chart) => {
    if (!chart.instance) chart.instance = echarts.init(chart.element, null, { renderer: 'svg' });
    chart.instance.resize();
    chart.instance.setOption(chart.option(), true);
  };
  const redrawAll = () => charts.forEach(redraw);
  redrawAll();
  let timer;
  window.addEventListener('resize', () => { clearTimeout(timer); timer = setTimeout(redrawAll, 150); });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawAll);
})();
