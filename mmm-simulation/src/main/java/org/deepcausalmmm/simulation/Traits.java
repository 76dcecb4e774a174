package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The properties of a channel that are drawn before its spend.
 *
 * @param stage place in the funnel, 0 for the widest reach; edges lead to later stages
 * @param share of all media's own effects; 0 for a channel without effect
 * @param roi outcome per unit of spend at which the spend is set
 * @param part the difficulty that the channel stands for
 * @param following how exposure follows demand
 */
record Traits(
    String name,
    int stage,
    double share,
    double roi,
    Pattern pattern,
    Part part,
    Following following) {
  /** How the spend of a channel goes over the weeks. */
  enum Pattern {
    FLIGHTED,
    ALWAYS_ON,
    SEASONAL,
    TRENDING
  }

  /** The difficulty that a channel stands for. */
  enum Part {
    NONE,
    NO_EFFECT,
    RARE,
    LATE,
    COLLINEAR_FIRST,
    COLLINEAR_SECOND,
    FOLLOWS_OUTCOME,
    HARMFUL
  }

  private static final List<String> FUNNEL =
      List.of(
          "tv",
          "video",
          "radio",
          "outdoor",
          "print",
          "podcast",
          "display",
          "social",
          "influencer",
          "affiliate",
          "email",
          "search");

  /** Returns whether the channel does anything. */
  boolean effective() {
    return share != 0;
  }

  /** Returns the same channel as one that follows demand, with a part of its effect. */
  Traits following(Following how, double part, boolean alwaysOn) {
    Pattern course = alwaysOn ? Pattern.ALWAYS_ON : pattern;
    return new Traits(name, stage, part * share, roi, course, this.part, how);
  }

  /** Returns the channels with shares that sum to 1. */
  static List<Traits> normalised(List<Traits> traits) {
    double total = traits.stream().mapToDouble(Traits::share).sum();
    return traits.stream()
        .map(
            t ->
                new Traits(t.name, t.stage, t.share / total, t.roi, t.pattern, t.part, t.following))
        .toList();
  }

  /** Draws the channels in the order of the data, which says nothing of the funnel. */
  static List<Traits> draw(WorldSpec spec, Chance chance) {
    List<String> names = names(spec.channels(), chance.fork("names"));
    List<Part> parts = parts(spec, chance.fork("parts"));
    List<Pattern> patterns = patterns(spec.channels(), chance.fork("patterns"));
    Chance figures = chance.fork("figures");
    double[] weight = new double[spec.channels()];
    for (int c = 0; c < weight.length; c++) {
      double drawn = figures.logNormal(0.6);
      weight[c] =
          switch (parts.get(c)) {
            case NO_EFFECT, FOLLOWS_OUTCOME, HARMFUL -> 0;
            case NONE, RARE, LATE, COLLINEAR_FIRST, COLLINEAR_SECOND -> drawn;
          };
    }
    double total = Tables.sum(weight);
    List<Traits> traits = new ArrayList<>();
    for (int c = 0; c < weight.length; c++) {
      double roi = figures.logUniform(0.6, 6);
      double share = weight[c] / total;
      if (parts.get(c) == Part.HARMFUL) {
        share = -chance.fork("harm").uniform(0.06, 0.15);
      }
      traits.add(
          new Traits(
              names.get(c), c, share, roi, patterns.get(c), parts.get(c), Following.NOTHING));
    }
    chance.fork("order").shuffle(traits);
    return List.copyOf(Following.assign(spec, traits, chance.fork("followers")));
  }

  /** Returns the indices of the channels from the widest reach to the narrowest. */
  static List<Integer> funnelOrder(List<Traits> traits) {
    List<Integer> order = new ArrayList<>();
    for (int c = 0; c < traits.size(); c++) {
      order.add(c);
    }
    order.sort(Comparator.comparingInt(c -> traits.get(c).stage()));
    return order;
  }

  private static List<String> names(int count, Chance chance) {
    List<String> inner = new ArrayList<>(FUNNEL.subList(1, FUNNEL.size() - 1));
    chance.shuffle(inner);
    List<String> chosen = new ArrayList<>(List.of("tv", "search"));
    chosen.addAll(inner);
    for (int extra = FUNNEL.size(); extra < count; extra++) {
      chosen.add("channel_" + (extra + 1));
    }
    List<String> names = new ArrayList<>(chosen.subList(0, count));
    names.sort(
        Comparator.comparingInt(
            name -> FUNNEL.contains(name) ? FUNNEL.indexOf(name) : FUNNEL.size()));
    return names;
  }

  private static List<Part> parts(WorldSpec spec, Chance chance) {
    List<Part> parts = new ArrayList<>();
    parts.addAll(Collections.nCopies(spec.media().nullChannels(), Part.NO_EFFECT));
    parts.addAll(Collections.nCopies(spec.media().rareChannels(), Part.RARE));
    parts.addAll(Collections.nCopies(spec.media().lateChannels(), Part.LATE));
    if (spec.media().collinearity() > 0) {
      parts.addAll(List.of(Part.COLLINEAR_FIRST, Part.COLLINEAR_SECOND));
    }
    if (spec.data().reversedCausality()) {
      parts.add(Part.FOLLOWS_OUTCOME);
    }
    if (spec.has(Departure.HARMFUL_CHANNEL)) {
      parts.add(Part.HARMFUL);
    }
    parts.addAll(Collections.nCopies(spec.channels() - parts.size(), Part.NONE));
    chance.shuffle(parts);
    return parts;
  }

  /** Deals every pattern out in turn, so that each world has a mixture. */
  private static List<Pattern> patterns(int count, Chance chance) {
    List<Pattern> patterns = new ArrayList<>();
    while (patterns.size() < count) {
      List<Pattern> all = new ArrayList<>(List.of(Pattern.values()));
      chance.shuffle(all);
      patterns.addAll(all);
    }
    return patterns.subList(0, count);
  }
}
