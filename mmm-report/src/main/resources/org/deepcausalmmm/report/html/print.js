/* Draws charts to SVG text, without a browser. */
var colors = {};
var print = (function () {
  var opened = [];
  function theme(width, height) {
    return { css: function (name) { return colors[name]; }, font: font, narrow: false, width: width, height: height, choice: null, print: true };
  }
  function draw(option, width, height) {
    var chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: width, height: height });
    option.aria = { enabled: false };
    // Without a browser widths of text are estimates, so labels and legends get some room.
    if (option.grid) option.grid.left = (option.grid.left || 0) + 16;
    if (option.legend) Object.assign(option.legend, { type: 'plain', itemGap: 26 });
    delete option.tooltip;
    chart.setOption(option);
    var svg = chart.renderToSVGString();
    chart.dispose();
    return svg;
  }
  var heightOf = function (name) { return Math.round(mmm.heights[name](data)); };
  return {
    height: heightOf,
    chart: function (name, width) {
      var height = heightOf(name);
      return draw(mmm.charts[name](data, mmm.kit(theme(width, height))), width, height);
    },
    open: function (name) { opened = mmm.grids[name](data, mmm.kit(theme(300, 200))); return opened.length; },
    title: function (i) { return opened[i].title; },
    small: function (i, width, height) { return draw(opened[i].option, width, height); },
  };
})();
