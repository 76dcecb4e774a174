/* Draws the charts of a page into its elements and redraws them when their size, theme or selection changes. */
(function () {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const choice = { region: -1, layers: 'all', origin: -1, portfolio: 0 };
  const charts = [];
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const font = getComputedStyle(document.body).fontFamily.replace(/"/g, '');
  const kit = (element) => mmm.kit({ css: css, font: font, narrow: window.innerWidth < 640, width: element.clientWidth, height: element.clientHeight, choice: choice });

  document.querySelectorAll('[data-chart]').forEach((element) => {
    const name = element.dataset.chart;
    element.style.height = mmm.heights[name](data) + 'px';
    charts.push({ name: name, element: element, option: () => mmm.charts[name](data, kit(element)) });
  });
  document.querySelectorAll('[data-grid]').forEach((grid) => {
    const all = () => mmm.grids[grid.dataset.grid](data, kit(grid));
    all().forEach((small, i) => {
      const figure = grid.appendChild(document.createElement('figure'));
      figure.appendChild(document.createElement('figcaption')).textContent = small.title;
      const element = figure.appendChild(document.createElement('div'));
      element.className = 'chart';
      charts.push({ name: grid.dataset.grid, element: element, option: () => all()[i].option });
    });
  });

  function redraw(chart) {
    if (!chart.instance) chart.instance = echarts.init(chart.element, null, { renderer: 'svg' });
    chart.instance.resize();
    chart.instance.setOption(chart.option(), true);
  }
  const redrawAll = () => charts.forEach(redraw);
  const redrawOnly = (name) => charts.filter((c) => c.name === name).forEach(redraw);
  redrawAll();

  let timer;
  window.addEventListener('resize', () => { clearTimeout(timer); timer = setTimeout(redrawAll, 150); });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawAll);
  window.addEventListener('beforeprint', redrawAll);
  window.matchMedia('print').addEventListener('change', redrawAll);
  const pick = (id, key, chart) => {
    const select = document.getElementById(id);
    if (select) select.addEventListener('change', () => { choice[key] = Number(select.value); redrawOnly(chart); });
  };
  pick('region', 'region', 'fit');
  pick('origin', 'origin', 'origins');
  pick('portfolio', 'portfolio', 'portfolio');
  document.querySelectorAll('input[name="layers"]').forEach((input) => {
    input.addEventListener('change', () => { choice.layers = input.value; redrawOnly('layers'); });
  });
  const filter = document.getElementById('filter');
  if (filter) filter.addEventListener('input', () => {
    const wanted = filter.value.toLowerCase();
    document.querySelectorAll('#parameters tbody tr').forEach((row) => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
  });
})();
