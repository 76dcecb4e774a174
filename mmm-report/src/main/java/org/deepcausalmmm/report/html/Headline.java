package org.deepcausalmmm.report.html;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.ReportModel.Channel;
import org.deepcausalmmm.report.run.Summary;
import org.deepcausalmmm.report.text.Human;
import org.jspecify.annotations.Nullable;

/** Picks what a reader in a hurry has to know. */
public final class Headline {
  private final ReportModel model;

  Headline(ReportModel model) {
    this.model = model;
  }

  /** Is a channel with its return. */
  public record Return(String channel, Interval roi) {}

  /** Is the best naive forecast. */
  public record Rival(String rule, double rmse) {}

  private List<Return> returns() {
    return model.channels().stream()
        .filter(channel -> channel.roi() != null)
        .map(Headline::toReturn)
        .sorted(Comparator.comparingDouble((Return r) -> r.roi().mean()).reversed())
        .toList();
  }

  private static Return toReturn(Channel channel) {
    return new Return(channel.name(), Objects.requireNonNull(channel.roi()));
  }

  /** Gives the channel with the highest ROI; empty without spend. */
  public Optional<Return> best() {
    return returns().stream().findFirst();
  }

  /** Gives the channel with the lowest ROI; empty unless there are two with spend. */
  public Optional<Return> worst() {
    List<Return> returns = returns();
    return returns.size() < 2 ? Optional.empty() : Optional.of(returns.get(returns.size() - 1));
  }

  /** Tells whether the intervals of the best and the worst return overlap. */
  public boolean orderIsOpen() {
    return worst().isPresent()
        && best().orElseThrow().roi().lower() <= worst().orElseThrow().roi().upper();
  }

  /** Gives the outcome that media account for in the fitted weeks. */
  public double mediaTotal() {
    return model.summary().mediaShare().mean() * model.summary().outcomeTotal();
  }

  /** Gives the worst verdict of all checks: pass, review or fail. */
  public String verdict() {
    return has("fail") ? "fail" : has("review") ? "review" : "pass";
  }

  private boolean has(String verdict) {
    return model.summary().health().stream().anyMatch(h -> h.verdict().equals(verdict));
  }

  /** Says the verdict in words. */
  public String verdictInWords() {
    return switch (verdict()) {
      case "fail" -> "Do not act on this yet";
      case "review" -> "Use with care";
      default -> "No warning signs";
    };
  }

  /** Names the checks that did not pass. */
  public List<String> concerns() {
    return model.summary().health().stream()
        .filter(h -> !h.verdict().equals("pass"))
        .map(h -> Human.words(h.check()))
        .toList();
  }

  /** Gives the naive forecast that came closest in the held out weeks; empty without any. */
  public Optional<Rival> rival() {
    Summary.Holdout holdout = model.summary().holdout();
    if (holdout == null) {
      return Optional.empty();
    }
    Map<String, Double> errors = new TreeMap<>();
    put(errors, "repeating the last value", holdout.naive().last_value_rmse());
    put(errors, "the mean of the last four weeks", holdout.naive().last4_mean_rmse());
    put(errors, "the same week a year before", holdout.naive().seasonal_rmse());
    put(errors, "the mean of the fitted weeks", holdout.naive().train_mean_rmse());
    return errors.entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .map(e -> new Rival(e.getKey(), e.getValue()));
  }

  private static void put(Map<String, Double> errors, String rule, @Nullable Double error) {
    if (error != null) {
      errors.put(rule, error);
    }
  }
}
