package org.deepcausalmmm.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.ReportModel.ChannelResult;
import org.deepcausalmmm.report.run.Summary;
import org.deepcausalmmm.report.text.Human;
import org.jspecify.annotations.Nullable;

/** The figures of the charts of a run by channel, as tables; {@link WeekFigures} has the weeks. */
final class RunFigures {
  private static final String INTERVAL = "90% interval";

  private final ReportModel model;

  RunFigures(ReportModel model) {
    this.model = model;
  }

  /** Returns the table of a chart; empty if the chart has none. */
  Optional<FigureTable> of(String chart) {
    return switch (chart) {
      case "waterfall" -> Optional.of(waterfall());
      case "shares" -> Optional.of(shares());
      case "roi" -> Optional.of(returns("ROI", ChannelResult::roi));
      case "mroi" -> Optional.of(returns("Marginal ROI", ChannelResult::mroi));
      case "bubbles" -> Optional.of(bubbles());
      case "cpik" -> Optional.of(costs());
      case "paths" -> Optional.of(paths());
      case "priors" -> Optional.of(priors());
      case "experiments" -> Optional.of(new ExperimentSeries(model).table());
      case "testedRoi" -> Optional.of(new ExperimentSeries(model).testedTable());
      case "timing" -> Optional.of(timing());
      case "graph" -> Optional.of(graph());
      case "forecasts" -> Optional.of(forecasts());
      case "curves" -> Optional.of(curves());
      case "carryover" -> Optional.of(carryover());
      case "frequency", "best_frequency", "treatments" -> new RoleFigures(model).of(chart);
      default -> new WeekFigures(model).of(chart);
    };
  }

  private List<ChannelResult> paid() {
    return model.channels().stream()
        .filter(c -> c.spend() != null)
        .sorted(Comparator.comparingDouble((ChannelResult c) -> c.share().mean()).reversed())
        .toList();
  }

  private FigureTable waterfall() {
    double total = model.components().stream().mapToDouble(c -> c.fitted()).sum();
    List<List<String>> rows = new ArrayList<>();
    model.components().stream()
        .filter(c -> !c.kind().equals("control"))
        .forEach(
            c ->
                rows.add(
                    List.of(
                        c.name(),
                        Human.number(c.fitted()),
                        Human.percent(c.fitted() / total),
                        share(c.name()))));
    rows.add(List.of("expected", Human.number(total), "100%", ""));
    return FigureTable.of(
        List.of(
            "Component",
            model.words().in("Sum over training weeks"),
            "Share",
            INTERVAL + " of the share"),
        rows);
  }

  private String share(String channel) {
    return model.channels().stream()
        .filter(c -> c.name().equals(channel))
        .findFirst()
        .map(c -> Human.percentRange(c.share()))
        .orElse("");
  }

  private FigureTable shares() {
    double spend = paid().stream().mapToDouble(c -> Objects.requireNonNull(c.spend())).sum();
    double effect = paid().stream().mapToDouble(c -> c.share().mean()).sum();
    return FigureTable.of(
        List.of("Channel", "Spend", "Share of spend", "Share of contribution"),
        rows(
            paid().stream(),
            c ->
                List.of(
                    c.name(),
                    Human.number(c.spend()),
                    Human.percent(Objects.requireNonNull(c.spend()) / spend),
                    Human.percent(c.share().mean() / effect))));
  }

  private FigureTable returns(
      String title, java.util.function.Function<ChannelResult, @Nullable Interval> figure) {
    return FigureTable.of(
        List.of("Channel", title, INTERVAL),
        rows(
            paid().stream().filter(c -> figure.apply(c) != null),
            c ->
                List.of(
                    c.name(),
                    Human.number(Objects.requireNonNull(figure.apply(c)).mean()),
                    Human.range(figure.apply(c)))));
  }

  private FigureTable bubbles() {
    return FigureTable.of(
        List.of("Channel", "Spend", "ROI", "Marginal ROI"),
        rows(
            paid().stream(),
            c -> List.of(c.name(), Human.number(c.spend()), mean(c.roi()), mean(c.mroi()))));
  }

  private static String mean(@Nullable Interval interval) {
    return Human.number(interval == null ? null : interval.mean());
  }

  private FigureTable costs() {
    return FigureTable.of(
        List.of("Channel", "Spend", "Incremental units", "Cost per unit"),
        rows(
            paid().stream().filter(c -> c.contribution().mean() > 0),
            c ->
                List.of(
                    c.name(),
                    Human.number(c.spend()),
                    Human.number(c.contribution().mean()),
                    Human.number(Objects.requireNonNull(c.spend()) / c.contribution().mean()))));
  }

  private FigureTable paths() {
    return FigureTable.of(
        List.of("Channel", "Direct effect", INTERVAL, "Total effect", INTERVAL),
        rows(
            model.channels().stream(),
            c ->
                List.of(
                    c.name(),
                    Human.number(c.direct().mean()),
                    Human.range(c.direct()),
                    Human.number(c.contribution().mean()),
                    Human.range(c.contribution()))));
  }

  private FigureTable priors() {
    return FigureTable.of(
        List.of("Channel", "Prior share", INTERVAL, "Posterior share", INTERVAL),
        rows(
            model.sharesWithPrior().stream(),
            row -> {
              Interval prior = Objects.requireNonNull(row.prior());
              return List.of(
                  row.channel(),
                  Human.percent(prior.mean()),
                  Human.percentRange(prior),
                  Human.percent(row.value().mean()),
                  Human.percentRange(row.value()));
            }));
  }

  private FigureTable timing() {
    return FigureTable.of(
        List.of(
            "Channel",
            model.words().in("In the week of exposure"),
            model.words().in("In later weeks"),
            model.words().in("Share of later weeks")),
        rows(
            model.media().carryover().stream(),
            row -> {
              double all =
                  model.channels().stream()
                      .filter(c -> c.name().equals(row.channel()))
                      .mapToDouble(c -> c.contribution().mean())
                      .sum();
              double now = row.shares().get(0).mean();
              return List.of(
                  row.channel(),
                  Human.number(all * now),
                  Human.number(all * (1 - now)),
                  Human.percent(1 - now));
            }));
  }

  private FigureTable graph() {
    return new FigureTable(
        List.of("From", "To", "Kind", "Strength", INTERVAL, "Share of resamples"),
        rows(
            new RunCharts(model).links().stream(),
            e ->
                List.of(
                    e.from(),
                    e.to(),
                    e.kind(),
                    Human.number(e.weight().mean()),
                    Human.range(e.weight()),
                    Human.percent(e.probability()))),
        3);
  }

  private FigureTable forecasts() {
    List<List<String>> rows = new ArrayList<>();
    Summary.Holdout holdout = model.summary().holdout();
    if (holdout != null) {
      rows.add(List.of("this model", Human.number(holdout.rmse())));
      rows.add(List.of("last value", Human.number(holdout.naive().last_value_rmse())));
      rows.add(
          List.of(
              model.words().in("mean of the last 4 weeks"),
              Human.number(holdout.naive().last4_mean_rmse())));
      rows.add(
          List.of(
              model.words().in("same week a year before"),
              Human.number(holdout.naive().seasonal_rmse())));
      rows.add(
          List.of(
              model.words().in("mean of the training weeks"),
              Human.number(holdout.naive().train_mean_rmse())));
    }
    return FigureTable.of(List.of("Forecast", "Root mean square error"), rows);
  }

  private FigureTable curves() {
    return FigureTable.of(
        List.of("Channel", "Times present level", "Amount", "Contribution", INTERVAL),
        model.media().curves().stream()
            .flatMap(
                curve ->
                    curve.points().stream()
                        .map(
                            point ->
                                List.of(
                                    curve.channel(),
                                    "\u00d7" + Human.number(point.multiplier()),
                                    Human.number(point.spend()),
                                    Human.number(point.outcome().mean()),
                                    Human.range(point.outcome()))))
            .toList());
  }

  private FigureTable carryover() {
    List<List<String>> rows = new ArrayList<>();
    for (ReportModel.Carryover row : model.media().carryover()) {
      for (int lag = 0; lag < row.shares().size(); lag++) {
        Interval share = row.shares().get(lag);
        rows.add(
            List.of(
                row.channel(),
                Integer.toString(lag),
                Human.percent(share.mean()),
                Human.percentRange(share)));
      }
    }
    return FigureTable.of(
        List.of(
            "Channel", model.words().in("Weeks after exposure"), "Share of the effect", INTERVAL),
        rows);
  }

  private static <T> List<List<String>> rows(
      Stream<T> values, java.util.function.Function<T, List<String>> row) {
    return values.map(row).toList();
  }
}
