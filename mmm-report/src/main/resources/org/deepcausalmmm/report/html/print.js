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
    delete option.tooltip;
    chart.setOption(option);
    var svg = chart.renderToSVGString();
    chart.dispose();
    return svg;
  }
  return {
    chart: function (name, width) {
      var height = Math.round(mmm.heights[name](data));
      return draw(mmm.charts[name](data, mmm.kit(theme(width, height))), width, height);
    },
    open: function (name) { opened = mmm.grids[name](data, mmm.kit(theme(300, 200))); return opened.length; },
    title: function (i) { return opened[i].title; },
    small: function (i, width, height) { return draw(opened[i].option, width, height); },
  };
})();
