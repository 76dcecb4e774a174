/* The graph of which channel drives which. */
(function () {
  mmm.heights.graph = () => 440;
  mmm.charts.graph = (data, k) => {
      const margin = k.narrow ? 44 : 80;
        const places = layout(data, k.theme.width - 2 * margin, k.theme.height - 84);
      const strongest = Math.max.apply(null, data.edges.map((e) => Math.abs(e.weight[0])).concat([1e-9]));
      const largest = Math.max.apply(null, data.channels.map((c) => c.share[0]).concat([1e-9]));
      const nodes = data.channels.map((c) => ({
        name: 'c:' + c.name, x: places[c.name].x, y: places[c.name].y, title: mmm.plain(c.name), share: c.share,
        symbolSize: 16 + 26 * Math.sqrt(Math.max(0, c.share[0]) / largest), itemStyle: { color: k.css('accent') },
        label: { position: 'bottom' },
      }));
      nodes.push({ name: 'o', x: places[''].x, y: places[''].y, title: mmm.plain(data.outcome), symbol: 'roundRect', symbolSize: 40, itemStyle: { color: k.css('quiet') }, label: { position: 'bottom' } });
      const links = data.edges.map((e) => ({
        source: 'c:' + e.from, target: 'c:' + e.to, edge: e, symbol: e.kind === 'causal' ? ['none', 'arrow'] : ['none', 'none'],
        label: { show: true, formatter: () => mmm.percent(e.probability), color: k.css('ink'), fontSize: 12, backgroundColor: k.css('card'), padding: [1, 4] },
        lineStyle: { width: 1.5 + (6 * Math.abs(e.weight[0])) / strongest, type: e.kind === 'causal' ? 'solid' : 'dashed', color: e.kind === 'causal' ? mmm.PALETTE[5] : k.css('quiet'), opacity: 0.9, curveness: 0.12 },
      }));
      data.channels.forEach((c) => links.push({ source: 'c:' + c.name, target: 'o', symbolSize: [0, 6], lineStyle: { width: 1, color: k.css('quiet'), opacity: 0.35, curveness: 0.06 } }));
      return k.base({
        tooltip: k.tooltip({
          trigger: 'item',
          formatter: (p) => p.dataType === 'node'
            ? p.data.title + (p.data.share ? '\nshare ' + mmm.range(p.data.share, mmm.percent) : '')
            : p.data.edge ? mmm.plain(p.data.edge.from) + ' \u2192 ' + mmm.plain(p.data.edge.to) + '\nstrength ' + mmm.range(p.data.edge.weight, mmm.human) + '\nfound in ' + mmm.percent(p.data.edge.probability) : '',
        }),
        series: [{
          type: 'graph', layout: 'none', left: margin, right: margin, top: 30, bottom: 54, data: nodes, links: links,
          edgeSymbol: ['none', 'arrow'], edgeSymbolSize: [0, 11],
          label: { show: true, color: k.css('ink'), fontSize: 12, width: k.narrow ? 84 : 150, overflow: 'truncate', formatter: (p) => p.data.title },
        }],
      });
    };

  /** Puts causes left of effects and the outcome at the right, in pixels. */
  function layout(data, width, height) {
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
})();
