package org.deepcausalmmm.report.html;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.ReportModel.Carryover;
import org.deepcausalmmm.report.run.ReportModel.ChannelResult;
import org.deepcausalmmm.report.run.ReportModel.EdgeRow;
import org.deepcausalmmm.report.run.ReportModel.OutcomeComponent;
import org.deepcausalmmm.report.run.ReportModel.Series;
import org.deepcausalmmm.report.run.Summary;
import org.deepcausalmmm.report.text.Human;

/** The one sentence that each chart of a run shows. */
public final class RunSentences {
  /** Grades of evidence that do not allow to rank a channel (docs/demand-capture.md). */
  private static final Set<String> UNRANKED = Set.of("weak", "confounded");

  private final ReportModel model;

  /** Creates the sentences of a run. */
  public RunSentences(ReportModel model) {
    this.model = model;
  }

  private String outcome() {
    return model.summary().data().outcome();
  }

  private String returned() {
    return model.summary().data().outcomeHasRevenue() ? "revenue" : outcome();
  }

  private List<ChannelResult> paid() {
    return model.channels().stream().filter(c -> c.spend() != null && c.roi() != null).toList();
  }

  /** Returns whether the evidence for a channel allows to rank it beside others. */
  private static boolean ranks(ChannelResult channel) {
    return channel.evidence() == null || !UNRANKED.contains(channel.evidence().grade());
  }

  /** Returns a sentence with the channels that are not ranked, after a blank; empty if none. */
  private static String notRanked(List<ChannelResult> channels) {
    String names =
        channels.stream()
            .filter(c -> !ranks(c))
            .map(c -> "%s (%s)".formatted(c.name(), grade(c)))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : " Not ranked, by their evidence: %s.".formatted(names);
  }

  private static String grade(ChannelResult channel) {
    return Objects.requireNonNull(channel.evidence()).grade();
  }

  private static Interval roi(ChannelResult channel) {
    return Objects.requireNonNull(channel.roi());
  }

  /** Returns the share of media and the largest channel. */
  public String contribution() {
    Interval share = model.summary().mediaShare();
    String media =
        "Media contributed %s of %s (%s)"
            .formatted(Human.percent(share.mean()), outcome(), Human.percentRange(share));
    return model.channels().stream()
        .max(Comparator.comparingDouble(c -> c.share().mean()))
        .map(
            c ->
                "%s; the largest channel is %s with %s (%s)."
                    .formatted(
                        media,
                        c.name(),
                        Human.percent(c.share().mean()),
                        Human.percentRange(c.share())))
        .orElse(media + ".");
  }

  /** Returns the channel whose share of spend differs most from its share of the contribution. */
  public String shares() {
    double spend = paid().stream().mapToDouble(RunSentences::spend).sum();
    double effect = paid().stream().mapToDouble(c -> c.share().mean()).sum();
    Comparator<ChannelResult> byGap =
        Comparator.comparingDouble(c -> Math.abs(spend(c) / spend - c.share().mean() / effect));
    return paid().stream()
        .max(byGap)
        .map(
            c ->
                "%s takes %s of the spend and earns %s of the contribution of paid media."
                    .formatted(
                        c.name(),
                        Human.percent(spend(c) / spend),
                        Human.percent(c.share().mean() / effect)))
        .orElse("");
  }

  private static double spend(ChannelResult channel) {
    return Objects.requireNonNullElse(channel.spend(), 0.0);
  }

  /** Returns the week in which a part added most to the outcome. */
  public String weeks() {
    OutcomeComponent media = null;
    int week = 0;
    for (OutcomeComponent component : model.components()) {
      for (int t = 0; component.kind().equals("media") && t < component.values().length; t++) {
        if (media == null || component.values()[t] > media.values()[week]) {
          media = component;
          week = t;
        }
      }
    }
    return media == null
        ? ""
        : model
            .words()
            .in("The largest weekly contribution is %s by %s in the week of %s.")
            .formatted(Human.number(media.values()[week]), media.name(), model.weeks().get(week));
  }

  /** Returns what the first experiment measured, beside the model without and with it. */
  public String experiments() {
    return new ExperimentSeries(model).sentence();
  }

  /** Returns the highest ROI and whether its rank is settled. */
  public String roi() {
    List<ChannelResult> ranked =
        paid().stream()
            .filter(RunSentences::ranks)
            .sorted(Comparator.comparingDouble((ChannelResult c) -> roi(c).mean()).reversed())
            .toList();
    String others = notRanked(paid());
    if (ranked.isEmpty()) {
      return others.strip();
    }
    ChannelResult best = ranked.get(0);
    String first =
        "%s returned %s of %s per 1 spent, between %s and %s"
            .formatted(
                best.name(),
                Human.number(roi(best).mean()),
                returned(),
                Human.number(roi(best).lower()),
                Human.number(roi(best).upper()));
    if (ranked.size() < 2) {
      return first + "." + others;
    }
    ChannelResult last = ranked.get(ranked.size() - 1);
    return "%s; %s returned %s, between %s and %s. %s%s"
        .formatted(
            first,
            last.name(),
            Human.number(roi(last).mean()),
            Human.number(roi(last).lower()),
            Human.number(roi(last).upper()),
            roi(best).lower() <= roi(last).upper()
                ? "The intervals overlap, so their order is not settled."
                : "The intervals do not overlap.",
            others);
  }

  /** Returns the channels with the highest and the lowest marginal ROI. */
  public String marginal() {
    List<ChannelResult> ranked =
        model.channels().stream()
            .filter(c -> c.mroi() != null && ranks(c))
            .sorted(Comparator.comparingDouble(RunSentences::mroi).reversed())
            .toList();
    String others = notRanked(model.channels().stream().filter(c -> c.mroi() != null).toList());
    if (ranked.isEmpty()) {
      return others.strip();
    }
    ChannelResult best = ranked.get(0);
    ChannelResult last = ranked.get(ranked.size() - 1);
    return ranked.size() < 2
        ? "The next 1%% of spend on %s earns %s per unit.%s"
            .formatted(best.name(), Human.number(mroi(best)), others)
        : "The next 1%% of spend earns most on %s (%s per unit) and least on %s (%s).%s"
            .formatted(
                best.name(),
                Human.number(mroi(best)),
                last.name(),
                Human.number(mroi(last)),
                others);
  }

  private static double mroi(ChannelResult channel) {
    return Objects.requireNonNull(channel.mroi()).mean();
  }

  /** Returns the channel with the lowest cost per incremental unit. */
  public String costs() {
    return paid().stream()
        .filter(c -> c.contribution().mean() > 0 && ranks(c))
        .min(Comparator.comparingDouble(c -> spend(c) / c.contribution().mean()))
        .map(
            c ->
                "An incremental unit of %s costs least on %s: %s, between %s and %s."
                    .formatted(
                        outcome(),
                        c.name(),
                        Human.number(spend(c) / c.contribution().mean()),
                        Human.number(spend(c) / c.contribution().upper()),
                        c.contribution().lower() > 0
                            ? Human.number(spend(c) / c.contribution().lower())
                            : "no upper limit"))
        .orElse("");
  }

  /** Returns the channel that is nearest to saturation. */
  public String saturation() {
    return paid().stream()
        .filter(c -> c.mroi() != null && roi(c).mean() > 0 && ranks(c))
        .min(Comparator.comparingDouble(c -> mroi(c) / roi(c).mean()))
        .map(
            c ->
                "%s is nearest to saturation: the next unit of money earns %s of the average one."
                    .formatted(c.name(), Human.percent(mroi(c) / roi(c).mean())))
        .orElse("");
  }

  /** Returns the share of the media contribution that comes after the week of exposure. */
  public String carryover() {
    double all = 0;
    double later = 0;
    for (Carryover row : model.media().carryover()) {
      Optional<ChannelResult> channel =
          model.channels().stream().filter(c -> c.name().equals(row.channel())).findFirst();
      double effect = channel.map(c -> c.contribution().mean()).orElse(0.0);
      all += effect;
      later += effect * (1 - row.shares().get(0).mean());
    }
    return all == 0
        ? ""
        : model
            .words()
            .in("%s of the media contribution comes after the week of exposure.")
            .formatted(Human.percent(later / all));
  }

  /** Returns the channel whose effectiveness varies most. */
  public String effectiveness() {
    return model.media().effectiveness().stream()
        .max(Comparator.comparingDouble(e -> spread(e.byWeek())))
        .map(
            e ->
                "%s varies most: between %s and %s times its mean effectiveness."
                    .formatted(
                        e.channel(),
                        Human.number(
                            e.byWeek().stream().mapToDouble(Interval::mean).min().orElse(1)),
                        Human.number(
                            e.byWeek().stream().mapToDouble(Interval::mean).max().orElse(1))))
        .orElse("");
  }

  private static double spread(List<Interval> weeks) {
    return weeks.stream().mapToDouble(Interval::mean).max().orElse(0)
        - weeks.stream().mapToDouble(Interval::mean).min().orElse(0);
  }

  /** Returns the strongest edge. */
  public String structure() {
    return new RunCharts(model)
        .links().stream()
            .filter(e -> e.kind().equals("causal"))
            .max(Comparator.comparingDouble(e -> Math.abs(e.weight().mean())))
            .map(RunSentences::edge)
            .orElse("No channel was found to drive another; each effect is the channel's own.");
  }

  private static String edge(EdgeRow edge) {
    return "%s drives %s; the edge occurs in %s of the resamples."
        .formatted(edge.from(), edge.to(), Human.percent(edge.probability()));
  }

  /** Returns the control with the largest weekly contribution. */
  public String controls() {
    return model.controls().stream()
        .max(Comparator.comparingDouble(RunSentences::largest))
        .map(
            c -> {
              int week = weekOf(c);
              return model
                  .words()
                  .in("%s moves %s most: %s in the week of %s.")
                  .formatted(
                      c.name(), outcome(), Human.signed(c.values()[week]), model.weeks().get(week));
            })
        .orElse("");
  }

  private static double largest(OutcomeComponent component) {
    return Math.abs(component.values()[weekOf(component)]);
  }

  private static int weekOf(OutcomeComponent component) {
    int week = 0;
    for (int t = 0; t < component.values().length; t++) {
      if (Math.abs(component.values()[t]) > Math.abs(component.values()[week])) {
        week = t;
      }
    }
    return week;
  }

  /** Returns R2 in the training weeks and the error in the holdout. */
  public String fit() {
    Summary summary = model.summary();
    String train =
        model
            .words()
            .in("In the %s training weeks R\u00b2 is %s and the weighted error %s")
            .formatted(
                summary.data().trainWeeks(),
                Human.determination(summary.train().r2()),
                Human.percent(summary.train().wmape()));
    Summary.Holdout holdout = summary.holdout();
    return holdout == null
        ? train + "."
        : model
            .words()
            .in("%s; in the %s holdout weeks R\u00b2 is %s and the weighted error %s.")
            .formatted(
                train,
                holdout.weeks(),
                Human.determination(holdout.r2()),
                Human.percent(holdout.wmape()));
  }

  /** Returns the share of observed weeks inside the interval, summed over regions. */
  public String residuals() {
    Series total = model.total();
    int train = Math.min(model.summary().data().trainWeeks(), total.actual().length);
    double[] known = Arrays.stream(total.actual(), 0, train).filter(Double::isFinite).toArray();
    int inside = 0;
    for (int t = 0; t < train; t++) {
      double actual = total.actual()[t];
      inside += actual >= total.lower()[t] && actual <= total.upper()[t] ? 1 : 0;
    }
    return known.length == 0
        ? ""
        : model
            .words()
            .in("%s of %s training weeks lie inside their 90%% interval.")
            .formatted(inside, known.length);
  }

  /** Returns how many channels are hardly better known than before the data. */
  public String priors() {
    long open =
        model.sharesWithPrior().stream()
            .filter(row -> width(row.value()) > 0.7 * width(Objects.requireNonNull(row.prior())))
            .count();
    return "For %s of %s the posterior interval is not much narrower than the prior one."
        .formatted(open, Human.count(model.sharesWithPrior().size(), "channel", "channels"));
  }

  private static double width(Interval interval) {
    return interval.upper() - interval.lower();
  }
}
