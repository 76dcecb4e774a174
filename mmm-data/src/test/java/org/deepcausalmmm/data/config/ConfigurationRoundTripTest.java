package org.deepcausalmmm.data.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.deepcausalmmm.data.config.ModelConfig.EdgeRules;

class ConfigurationRoundTripTest {
  private static final List<String> AWKWARD =
      List.of(
          "true",
          "No",
          "null",
          "~",
          "1",
          "1e-3",
          "0x1F",
          "2024-01-01",
          "a: b",
          "# c",
          "- d",
          "'e'",
          "\"f\"",
          "g\\h",
          "größe",
          "{i}",
          "[j]",
          "*k",
          "&l",
          "!m",
          "%n",
          "@o",
          "p\tq",
          "r\ns",
          " t ",
          "x1_Search-Ads",
          "Channel 1 (TV)",
          "\uD83D\uDCFA tv",
          ".5",
          "=",
          "<<",
          "1_000");

  private static Configuration roundTrip(Configuration configuration) {
    String yaml = new ConfigurationWriter().write(configuration);
    return new ConfigurationReader().read("config.yaml", yaml).complete(configuration.data());
  }

  @Property(tries = 300)
  void whatIsWrittenIsReadBackEqual(@ForAll("configurations") Configuration configuration) {
    assertThat(roundTrip(configuration)).isEqualTo(configuration);
  }

  @Example
  void theSameConfigurationGivesReadableText() {
    Configuration configuration =
        new Configuration(
            new DataConfig(
                "geo",
                "week",
                "revenue",
                null,
                null,
                List.of(new ChannelColumns("tv", "tv_spend", "tv_impressions")),
                List.of(),
                List.of("price_index")),
            new ModelConfig(
                ComponentChoice.of("gru"),
                ComponentChoice.of("dag"),
                EdgeRules.none(),
                ComponentChoice.of("hill"),
                ComponentChoice.of("huber"),
                List.of()),
            new FitConfig(7, 200, 2, 13, false, "cpu"));

    assertThat(new ConfigurationWriter().write(configuration))
        .isEqualTo(
            """
            data:
              geo: geo
              time: week
              outcome: revenue
              channels:
                - name: tv
                  spend: tv_spend
                  exposure: tv_impressions
              organic: []
              controls:
                - price_index
            model:
              temporal:
                type: gru
              structure:
                type: dag
              saturation:
                type: hill
              loss:
                type: huber
              priors: []
              weak_beliefs: false
            fit:
              seed: 7
              draws: 200
              threads: 2
              holdout: 13
              quick: false
              device: cpu
            """);
  }

  @Provide
  Arbitrary<Configuration> configurations() {
    // Channels and controls need names that differ; every name is used for one column.
    return names()
        .list()
        .uniqueElements()
        .ofMinSize(9)
        .ofMaxSize(9)
        .flatMap(
            names ->
                Combinators.combine(model(names.subList(5, 8)), fit(), Arbitraries.of(true, false))
                    .as((model, fit, full) -> new Configuration(data(names, full), model, fit)));
  }

  private static DataConfig data(List<String> names, boolean full) {
    return new DataConfig(
        full ? names.get(0) : null,
        names.get(1),
        names.get(2),
        full ? names.get(3) : null,
        full ? names.get(4) : null,
        List.of(
            new ChannelColumns(names.get(5), names.get(5), full ? names.get(6) : null),
            new ChannelColumns(names.get(6), null, names.get(7) + " seen")),
        List.of(new ChannelColumns(names.get(7), null, names.get(7))),
        full ? List.of(names.get(8)) : List.of());
  }

  private static Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of(AWKWARD),
        Arbitraries.strings()
            .alpha()
            .numeric()
            .withChars("_- .:#'\"äß")
            .ofMinLength(1)
            .ofMaxLength(12)
            .filter(s -> !s.isBlank()));
  }

  private static Arbitrary<ModelConfig> model(List<String> channels) {
    Arbitrary<ComponentChoice> plain = choices(List.of());
    return Combinators.combine(
            choices(channels),
            plain,
            edges(channels),
            choices(channels),
            plain,
            plain.list().ofMaxSize(3),
            Arbitraries.of(true, false))
        .as(ModelConfig::new);
  }

  private static Arbitrary<ComponentChoice> choices(List<String> channels) {
    Arbitrary<Map<String, Object>> options =
        Arbitraries.maps(
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8).map(s -> "o_" + s),
                values())
            .ofMaxSize(3);
    Arbitrary<String> type = Arbitraries.of("gru", "hill", "on", "media-share");
    Arbitrary<ComponentChoice> single =
        Combinators.combine(type, options).as((t, o) -> new ComponentChoice(t, o, Map.of()));
    if (channels.isEmpty()) {
      return single;
    }
    return Combinators.combine(
            type, options, Arbitraries.maps(Arbitraries.of(channels), single).ofMaxSize(2))
        .as(ComponentChoice::new);
  }

  private static Arbitrary<Object> values() {
    return Arbitraries.oneOf(
        Arbitraries.integers().map(i -> i),
        Arbitraries.doubles().map(d -> d),
        Arbitraries.of(true, false).map(b -> b),
        names().map(n -> n));
  }

  private static Arbitrary<EdgeRules> edges(List<String> channels) {
    List<String> plain = channels.stream().map(String::strip).toList();
    if (!plain.equals(channels) || channels.stream().anyMatch(c -> c.contains("->"))) {
      return Arbitraries.just(EdgeRules.none());
    }
    String edge = channels.get(0) + " -> " + channels.get(1);
    String other = channels.get(1) + " -> " + channels.get(2);
    return Arbitraries.of(
        EdgeRules.none(),
        new EdgeRules(List.of(edge), List.of(other), channels, List.of()),
        new EdgeRules(
            List.of(), List.of(edge), List.of(), List.of(channels.subList(0, 1), channels)));
  }

  private static Arbitrary<FitConfig> fit() {
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.integers().between(1, 1000),
            Arbitraries.integers().between(1, 64),
            Arbitraries.integers().between(0, 99),
            Arbitraries.of(true, false),
            Arbitraries.of("cpu", "gpu1"))
        .as(FitConfig::new);
  }
}
