package org.deepcausalmmm.validation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.core.analysis.ChannelEvidence.Grade;
import org.deepcausalmmm.data.estimate.EdgeEstimate;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.simulation.Truth;
import org.deepcausalmmm.simulation.Truth.ChannelTruth;
import org.deepcausalmmm.simulation.Truth.Form;
import org.deepcausalmmm.validation.WorldEstimate.ChannelEstimate;

/**
 * A world small enough to score by hand: an outcome of 1000, of which tv contributes 100, search
 * 200 and the idle channel nothing; tv drives search. Only tv's effectiveness moves, the fit says
 * that the idle channel's does too.
 */
final class HandMade {
  private static final List<Double> KERNEL = List.of(0.75, 0.25);
  private static final Form STILL = new Form(KERNEL, null, null, List.of());

  private HandMade() {}

  static Truth truth() {
    return new Truth(
        "hand",
        3,
        List.of("tv", "search", "idle"),
        List.of(),
        1000,
        720.0,
        Map.of(
            "tv",
            new ChannelTruth(
                50,
                100,
                2.0,
                80.0,
                0.1,
                new TreeMap<>(Map.of(0.5, 60.0, 1.0, 100.0, 1.5, 120.0, 2.0, 130.0)),
                Map.of(),
                new Form(KERNEL, null, null, List.of(0.5, 1.0, 1.5))),
            "search",
            new ChannelTruth(
                50,
                200,
                4.0,
                200.0,
                0.2,
                new TreeMap<>(Map.of(0.5, 100.0, 1.0, 200.0, 1.5, 300.0, 2.0, 400.0)),
                Map.of(),
                STILL),
            "idle",
            new ChannelTruth(50, 0, 0.0, 0.0, 0, new TreeMap<>(Map.of(0.5, 0.0)), Map.of(), STILL)),
        Truth.Causes.of(List.of(new Truth.TrueEdge("tv", "search", 0.3, 0.5)), null));
  }

  static WorldEstimate estimate() {
    return new WorldEstimate(
        1000,
        new Interval(0.3, 0.2, 0.4),
        List.of(
            new ChannelEstimate(
                "tv",
                new Interval(110, 90, 150),
                new Interval(110, 105, 120),
                new Interval(100, 90, 120),
                Grade.STRONG,
                new TreeMap<>(
                    Map.of(
                        0.5,
                        new Interval(66, 50, 80),
                        1.5,
                        new Interval(132, 125, 140),
                        2.0,
                        new Interval(143, 120, 150))),
                List.of(
                    new Interval(1, 0.8, 1.2), new Interval(2, 1.5, 2.1), new Interval(3, 3.1, 4))),
            new ChannelEstimate(
                "search",
                new Interval(140, 100, 190),
                new Interval(140, 120, 160),
                new Interval(150, 100, 250),
                Grade.MODERATE,
                new TreeMap<>(
                    Map.of(
                        0.5,
                        new Interval(130, 90, 140),
                        1.5,
                        new Interval(300, 290, 310),
                        2.0,
                        new Interval(200, 190, 210))),
                still(3)),
            new ChannelEstimate(
                "idle",
                new Interval(30, 10, 60),
                new Interval(30, 20, 40),
                new Interval(30, 10, 60),
                Grade.STRONG,
                new TreeMap<>(),
                List.of(
                    new Interval(1, 0.9, 1.1),
                    new Interval(1, 0.9, 1.1),
                    new Interval(1.2, 1, 1.4)))),
        List.of(
            edge("tv", "search", 0.25, 0.9),
            edge("idle", "search", 0.1, 0.6),
            edge("search", "tv", 0, 0.95)),
        List.of());
  }

  /** Returns the effectiveness of a channel that does not move. */
  static List<Interval> still(int weeks) {
    return Collections.nCopies(weeks, new Interval(1, 1, 1));
  }

  private static EdgeEstimate edge(String from, String to, double weight, double probability) {
    return new EdgeEstimate(
        from, to, new Interval(weight, 0, weight), probability, 0.5, Edge.Kind.CAUSAL);
  }
}
