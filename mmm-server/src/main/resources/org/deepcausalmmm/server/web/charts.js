/* Draws the charts of a page on canvases, from data that it fetches, and draws them again when size, theme or choice change. */
(function () {
  'use strict';
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const font = getComputedStyle(document.body).fontFamily.replace(/"/g, '');
  const known = {};
  mmm.decimal = document.documentElement.dataset.decimal || '.';
  let charts = [];
  let choice = {};

  async function fetched(place) {
    if (!known[place]) {
      known[place] = fetch(place, { credentials: 'same-origin', headers: { Accept: 'application/json' } }).then((answer) => {
        if (!answer.ok) throw new Error('The data of the charts cannot be read.');
        return answer.json();
      });
    }
    return known[place];
  }

  const kit = (element) => mmm.kit({ css: css, font: font, narrow: window.innerWidth < 640, width: element.clientWidth, height: element.clientHeight, choice: choice });

  function add(element, name, option) {
    charts.push({ name: name, element: element, option: option });
  }

  async function draw(scope) {
    const root = scope.matches && scope.matches('[data-charts]') ? scope : scope.querySelector('[data-charts]');
    if (!root) return;
    charts.forEach((chart) => { if (chart.instance) chart.instance.dispose(); });
    charts = [];
    choice = { region: -1, layers: 'all', origin: -1, weeks: 0 };
    let data;
    try {
      data = await fetched(root.dataset.charts);
    } catch (error) {
      root.querySelectorAll('[data-chart], [data-grid]').forEach((element) => { element.textContent = error.message; });
      return;
    }
    root.querySelectorAll('[data-chart]').forEach((element) => {
      const name = element.dataset.chart;
      element.style.height = mmm.heights[name](data) + 'px';
      add(element, name, () => mmm.charts[name](data, kit(element)));
    });
    root.querySelectorAll('[data-grid]').forEach((grid) => {
      grid.textContent = '';
      const all = () => mmm.grids[grid.dataset.grid](data, kit(grid));
      all().forEach((small, i) => {
        const figure = grid.appendChild(document.createElement('figure'));
        figure.appendChild(document.createElement('figcaption')).textContent = small.title;
        const element = figure.appendChild(document.createElement('div'));
        element.className = 'chart';
        element.setAttribute('role', 'img');
        element.setAttribute('aria-label', small.title);
        add(element, grid.dataset.grid, () => all()[i].option);
      });
    });
    redrawAll();
    listen(root);
  }

  function redraw(chart) {
    if (!chart.element.isConnected) return;
    if (!chart.instance) chart.instance = echarts.init(chart.element, null, { renderer: 'canvas' });
    chart.instance.resize();
    const label = chart.element.getAttribute('aria-label');
    chart.instance.setOption(chart.option(), true);
    // The library's own description names every number; the table beside the chart has them.
    if (label) chart.element.setAttribute('aria-label', label);
  }
  const redrawAll = () => charts.forEach(redraw);
  const redrawOnly = (names) => charts.filter((c) => names.includes(c.name)).forEach(redraw);

  function listen(root) {
    const pick = (id, key, names) => {
      const select = root.querySelector('#' + id);
      if (select) select.addEventListener('change', () => { choice[key] = Number(select.value); redrawOnly(names); });
    };
    pick('region', 'region', ['fit']);
    pick('origin', 'origin', ['origins']);
    pick('period', 'weeks', ['layers', 'fit', 'residuals', 'controls', 'effectiveness']);
    root.querySelectorAll('input[name="layers"]').forEach((input) => {
      input.addEventListener('change', () => { choice.layers = input.value; redrawOnly(['layers']); });
    });
    root.querySelectorAll('input[name="effect"]').forEach((input) => {
      input.addEventListener('change', () => { choice.effect = input.value; redrawOnly(['roi']); });
    });
    const filter = root.querySelector('#filter');
    if (filter) filter.addEventListener('input', () => {
      const wanted = filter.value.toLowerCase();
      root.querySelectorAll('#parameters tbody tr').forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
    });
  }

  mmm.heights.forecast = () => 300;
  mmm.charts.forecast = (data, k) => {
    const line = { name: 'expected', type: 'line', data: data.expected, symbolSize: 6, lineStyle: { color: k.css('accent'), width: 2 }, itemStyle: { color: k.css('accent') } };
    return k.base({
      grid: { left: 8, right: 40, top: 30, bottom: 8, containLabel: true },
      xAxis: k.weekAxis(data.weeks), yAxis: k.valueAxis('outcome per ' + (data.period || 'week'), { scale: true }),
      tooltip: k.tooltip({ trigger: 'axis', formatter: (items) => { const t = items[0].dataIndex; return data.weeks[t] + '\n' + mmm.human(data.expected[t]); } }),
      series: data.lower.length ? [k.band('90% interval', data.weeks.map((w, i) => i), data.lower, data.upper), line] : [line],
    });
  };

  let timer;
  window.addEventListener('resize', () => { clearTimeout(timer); timer = setTimeout(redrawAll, 150); });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawAll);
  window.addEventListener('beforeprint', redrawAll);
  document.addEventListener('htmx:afterSettle', (event) => draw(document.getElementById(event.detail.target.id) || event.detail.target));
  window.mmmDraw = draw;
  draw(document);
})();
