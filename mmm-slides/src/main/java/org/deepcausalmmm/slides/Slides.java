package org.deepcausalmmm.slides;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.handout.HandOut;
import org.deepcausalmmm.report.html.Headline;
import org.deepcausalmmm.report.html.Recommendation;
import org.deepcausalmmm.report.html.ReportPage;
import org.deepcausalmmm.report.html.RunSentences;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.ReportModel.ChannelResult;
import org.deepcausalmmm.report.run.ReportModel.OutcomeComponent;
import org.deepcausalmmm.report.run.RunReader;
import org.deepcausalmmm.report.text.Human;

/** Six slides for a meeting, each titled with the sentence that its chart shows. */
public final class Slides implements HandOut {
  /** More rows than this do not fit a slide. */
  private static final int MOST_ROWS = 12;

  @Override
  public String option() {
    return "pptx";
  }

  @Override
  public String fileName() {
    return RunFiles.SLIDES;
  }

  @Override
  public void write(Path run, OutputStream out) throws IOException {
    ReportModel model = RunReader.read(run);
    try (Deck deck = new Deck()) {
      RunSentences say = new RunSentences(model);
      headline(deck, model);
      contribution(deck, model, say);
      if (new ReportPage(model).charts().hasSpend()) {
        returns(deck, model, say);
        shares(deck, model, say);
      }
      fit(deck, model, say);
      channels(deck, model, say);
      deck.write(out);
    }
  }

  private static void headline(Deck deck, ReportModel model) {
    Headline headline = new ReportPage(model).headline();
    Interval share = model.summary().mediaShare();
    deck.text(
        "Media contributed %s of %s"
            .formatted(Human.percent(share.mean()), model.summary().data().outcome()),
        List.of(
            "Between %s and %s with 90%% probability, given the model."
                .formatted(Human.percent(share.lower()), Human.percent(share.upper())),
            model
                .words()
                .in("%s of %s in %s training weeks (%s to %s).")
                .formatted(
                    Human.number(headline.mediaTotal()),
                    Human.number(model.summary().outcomeTotal()),
                    model.summary().data().trainWeeks(),
                    model.summary().data().firstWeek(),
                    model.summary().data().lastTrainWeek()),
            headline.verdictInWords() + ". " + headline.verdict().sentence()));
  }

  private static void contribution(Deck deck, ReportModel model, RunSentences say) {
    List<OutcomeComponent> parts =
        model.components().stream()
            .filter(component -> !component.kind().equals("control"))
            .sorted(
                Comparator.comparing((OutcomeComponent c) -> c.kind().equals("media"))
                    .thenComparing(c -> -c.fitted()))
            .limit(MOST_ROWS)
            .toList();
    deck.bars(
        say.contribution(),
        parts.stream().map(OutcomeComponent::name).toList(),
        List.of(
            new ChartSeries(
                model.summary().data().outcome(),
                parts.stream().map(OutcomeComponent::fitted).toList())));
  }

  /** Returns the channels with spend, the highest ROI first. */
  private static List<ChannelResult> paid(ReportModel model) {
    return model.channels().stream()
        .filter(channel -> channel.spend() != null && channel.roi() != null)
        .sorted(Comparator.comparingDouble((ChannelResult c) -> roi(c).mean()).reversed())
        .limit(MOST_ROWS)
        .toList();
  }

  private static Interval roi(ChannelResult channel) {
    return Objects.requireNonNull(channel.roi());
  }

  private static void returns(Deck deck, ReportModel model, RunSentences say) {
    List<ChannelResult> paid = paid(model);
    deck.bars(
        say.roi(),
        paid.stream().map(ChannelResult::name).toList(),
        List.of(
            new ChartSeries("ROI", paid.stream().map(c -> roi(c).mean()).toList()),
            new ChartSeries(
                "marginal ROI",
                paid.stream().map(c -> c.mroi() == null ? 0.0 : c.mroi().mean()).toList())));
  }

  private static void shares(Deck deck, ReportModel model, RunSentences say) {
    List<ChannelResult> paid = paid(model);
    double spend = paid.stream().mapToDouble(Slides::spend).sum();
    double effect = paid.stream().mapToDouble(c -> c.share().mean()).sum();
    deck.bars(
        say.shares(),
        paid.stream().map(ChannelResult::name).toList(),
        List.of(
            new ChartSeries("% of spend", paid.stream().map(c -> 100 * spend(c) / spend).toList()),
            new ChartSeries(
                "% of media contribution",
                paid.stream().map(c -> 100 * c.share().mean() / effect).toList())));
  }

  private static double spend(ChannelResult channel) {
    return Objects.requireNonNullElse(channel.spend(), 0.0);
  }

  private static void fit(Deck deck, ReportModel model, RunSentences say) {
    List<String> weeks = new ArrayList<>();
    List<Double> observed = new ArrayList<>();
    List<Double> expected = new ArrayList<>();
    for (int t = 0; t < model.weeks().size(); t++) {
      if (Double.isFinite(model.total().actual()[t])) {
        weeks.add(model.weeks().get(t));
        observed.add(model.total().actual()[t]);
        expected.add(model.total().predicted()[t]);
      }
    }
    deck.lines(
        say.fit(),
        weeks,
        List.of(new ChartSeries("observed", observed), new ChartSeries("expected", expected)));
  }

  private static void channels(Deck deck, ReportModel model, RunSentences say) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Channel", "Spend", "Contribution", "ROI", "Marginal ROI", "Advice"));
    ReportPage page = new ReportPage(model);
    boolean money = !page.charts().hasCosts() || model.summary().data().outcomeHasRevenue();
    page.channels().stream()
        .limit(MOST_ROWS)
        .forEach(
            c ->
                rows.add(
                    List.of(
                        c.name(),
                        Human.number(c.spend()),
                        Human.number(c.contribution().mean()),
                        c.roi() == null ? "\u2013" : Human.number(c.roi().mean()),
                        c.mroi() == null
                            ? "\u2013"
                            : Human.number(c.mroi().mean()) + " (" + Human.range(c.mroi()) + ")",
                        Recommendation.of(c, money).text())));
    String title = say.marginal();
    deck.table(title.isEmpty() ? say.contribution() : title, rows);
  }
}
