package org.deepcausalmmm.data.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.deepcausalmmm.data.config.ModelConfig.EdgeRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {
  private static final String DATA =
      """
      data:
        time: week
        outcome: revenue
        channels:
          - {name: tv, spend: tv_spend}
          - {name: search, spend: search_spend}
      """;

  private final ConfigurationReader reader = new ConfigurationReader();

  private ConfigurationDraft read(String yaml) {
    return reader.read("config.yaml", yaml);
  }

  private static DataConfig noDetection() {
    throw new AssertionError("The roles should have been taken from the file.");
  }

  private static Configuration complete(ConfigurationDraft draft) {
    return draft.complete(draft.data() == null ? noDetection() : draft.data());
  }

  private void assertError(String yaml, int number, String what, String advice) {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> complete(read(yaml)))
        .withMessageContaining("config.yaml")
        .withMessageContaining(what)
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-CONFIG-%03d".formatted(number)))
        .satisfies(e -> assertThat(e.kind().exitCode()).isEqualTo(4))
        .satisfies(e -> assertThat(e.advice()).contains(advice));
  }

  @Test
  void readsEveryKey() {
    Configuration read =
        complete(
            read(
                """
                data:
                  geo: geo                       # absent: national
                  time: week
                  outcome: revenue
                  revenue_per_kpi: null
                  population: population
                  channels:
                    - {name: tv, spend: tv_spend, exposure: tv_impressions}
                    - name: search
                      spend: search_spend
                  organic: [{name: blog, exposure: blog_views}, mail_sends]
                  controls: [weather, price_index]
                model:
                  temporal: {type: gru, options: {max_lag: 12}}
                  structure:
                    type: dag
                    edges:
                      required: ["tv -> search"]
                      forbidden: ["search->tv"]
                      order: [tv, search, blog, mail_sends]
                      tiers: [[tv], [search, blog]]
                  saturation: {type: hill, channels: {tv: {type: logistic, options: {k: 1e-3}}}}
                  loss: {type: huber}
                  priors: [{type: roi, channel: tv, mean: 2.0, sd: .8}]
                fit: {seed: 11, draws: 50, threads: 1, holdout: 13, quick: true, device: gpu0}
                """));

    assertThat(read.data())
        .isEqualTo(
            new DataConfig(
                "geo",
                "week",
                "revenue",
                null,
                "population",
                List.of(
                    new ChannelColumns("tv", "tv_spend", "tv_impressions"),
                    new ChannelColumns("search", "search_spend", null)),
                List.of(
                    new ChannelColumns("blog", null, "blog_views"),
                    new ChannelColumns("mail_sends", null, "mail_sends")),
                List.of("weather", "price_index")));
    assertThat(read.model())
        .isEqualTo(
            new ModelConfig(
                new ComponentChoice("gru", Map.of("max_lag", 12), Map.of()),
                ComponentChoice.of("dag"),
                new EdgeRules(
                    List.of("tv -> search"),
                    List.of("search -> tv"),
                    List.of("tv", "search", "blog", "mail_sends"),
                    List.of(List.of("tv"), List.of("search", "blog"))),
                new ComponentChoice(
                    "hill",
                    Map.of(),
                    Map.of("tv", new ComponentChoice("logistic", Map.of("k", 0.001), Map.of()))),
                ComponentChoice.of("huber"),
                List.of(
                    new ComponentChoice(
                        "roi", Map.of("channel", "tv", "mean", 2.0, "sd", 0.8), Map.of()))));
    assertThat(read.fit()).isEqualTo(new FitConfig(11, 50, 1, 13, true, "gpu0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "model:\nfit: {}\n", "\uFEFFfit: {}"})
  void takesDefaultsForWhatIsAbsent(String yaml) {
    ConfigurationDraft draft = read(yaml);

    assertThat(draft.data()).isNull();
    assertThat(draft.model()).isEqualTo(ModelConfig.defaults());
    assertThat(draft.fit()).isEqualTo(FitConfig.defaults());
  }

  @Test
  void takesDetectedRolesIfTheFileGivesNone() {
    DataConfig detected = complete(read(DATA)).data();

    assertThat(read("fit: {seed: 3}").complete(detected).data()).isEqualTo(detected);
    assertThat(ConfigurationDraft.defaults().complete(detected).model())
        .isEqualTo(ModelConfig.defaults());
  }

  @Test
  void readsAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("config.yaml"), "fit: {seed: 3}");
    assertThat(reader.read(file).fit().seed()).isEqualTo(3);

    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> reader.read(folder.resolve("absent.yaml")))
        .withMessageContaining("There is no file")
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-CONFIG-001"));
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> reader.read(folder))
        .withMessageContaining("cannot be read")
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-CONFIG-001"));
  }

  @Test
  void refusesWhatIsNotYaml() {
    assertError("fit:\n  seed: 7\n draws: 3\n", 2, "line 3", "indentation");
    assertError("fit: {seed: 7\n", 2, "line", "indentation");
    assertError("- a\n- b\n", 2, "is a list", "'data:'");
    assertError("fit: {seed: 7}\n---\nfit: {seed: 8}\n", 2, "second document", "one document");
    assertError("fit: &x {seed: 7}\nmodel: *x\n", 2, "line 2: '*x'", "value itself");
  }

  @Test
  void namesTheNearestKeyAndTheLine() {
    assertError("fit:\n  seed: 7\n  draw: 3\n", 3, "line 3, fit: unknown key 'draw'", "'draws'");
    assertError("modal: {}\n", 3, "line 1: unknown key 'modal'", "'model'");
    assertError(DATA + "  popualtion: pop\n", 3, "line 7, data: unknown", "'population'");
    assertError(
        DATA + "model:\n  saturation: {typ: hill}\n",
        3,
        "line 8, model.saturation: unknown key 'typ'",
        "'type'");
    assertError(
        DATA + "model:\n  loss: {type: huber, channels: {tv: {type: gaussian}}}\n",
        3,
        "unknown key 'channels'",
        "type, options");
    assertError(
        "data:\n  time: week\n  outcome: y\n  channels:\n    - {name: tv, cost: tv_spend}\n",
        3,
        "line 5, data.channels[0]: unknown key 'cost'",
        "name, spend, exposure");
  }

  @Test
  void saysWhichKeyIsMissing() {
    assertError("data:\n  time: week\n", 4, "data: 'outcome' is missing", "Add 'outcome: ...'");
    assertError(
        "data:\n  time: week\n  outcome: y\n  channels:\n    - spend: tv\n",
        4,
        "line 5, data.channels[0]: 'name'",
        "Add");
    assertError(
        "data:\n  time: week\n  outcome: y\n  channels: [{name: tv}]\n",
        4,
        "line 4, data.channels[0]: channel 'tv' has neither",
        "spend: COLUMN");
    assertError("data: {time: week, outcome: y}\n", 4, "no channel is given", "channels: [");
    assertError("model: {priors: [{mean: 2}]}\n", 4, "model.priors[0]: 'type'", "roi");
  }

  @Test
  void refusesValuesOfTheWrongType() {
    assertError("fit: {seed: seven}\n", 5, "line 1, fit.seed is 'seven'", "a whole number");
    assertError("fit: {draws: 2.5}\n", 5, "fit.draws is '2.5'", "a whole number");
    assertError("fit: {quick: maybe}\n", 5, "fit.quick is 'maybe'", "true or false");
    assertError("fit: [1]\n", 5, "fit is a list", "a map");
    assertError("model:\n  saturation: hill\n", 5, "line 2, model.saturation is 'hill'", "a map");
    assertError(DATA + "  controls: price\n", 5, "line 7, data.controls is 'price'", "a list");
    assertError(DATA + "  controls: [[a]]\n", 5, "data.controls[0] is a list", "a name");
    assertError(DATA + "  geo: [a]\n", 5, "data.geo is a list", "a text");
    assertError(
        "model: {structure: {edges: {tiers: [tv]}}}\n", 5, "edges.tiers[0] is 'tv'", "a list");
    assertError(
        "model: {temporal: {options: {max_lag: [1]}}}\n",
        5,
        "model.temporal.options.max_lag is a list",
        "a number");
  }

  @Test
  void refusesValuesOutOfBounds() {
    assertError("fit:\n  draws: 0\n", 6, "line 2, fit.draws is 0", "between 1 and 100000");
    assertError("fit: {holdout: -1}\n", 6, "fit.holdout is -1", "between 0");
    assertError("fit: {device: tpu}\n", 6, "fit.device is 'tpu'", "gpu0");
  }

  @Test
  void namesTheNearestChannel() {
    assertError(
        DATA + "model:\n  saturation:\n    channels:\n      serch: {type: tanh}\n",
        7,
        "line 10, model.saturation.channels.serch: there is no channel 'serch'",
        "'search'");
    assertError(
        DATA + "model:\n  priors:\n    - {type: roi, channel: radio, mean: 2}\n",
        7,
        "line 9, model.priors[0]",
        "tv, search");
    assertError(
        DATA + "model: {structure: {edges: {required: [\"tv -> radio\"]}}}\n",
        7,
        "model.structure.edges.required",
        "tv, search");
    assertError(DATA + "model: {structure: {edges: {order: [radio]}}}\n", 7, "edges.order", "tv");
    assertError(DATA + "model: {structure: {edges: {tiers: [[radio]]}}}\n", 7, "tiers", "tv");
  }

  @Test
  void refusesWhatStandsTwice() {
    assertError("fit: {seed: 7}\nfit: {seed: 8}\n", 8, "line 2: the key 'fit'", "Remove one");
    assertError(DATA + "  organic: [tv]\n", 8, "line 7, data: two channels", "Rename");
    assertError(
        "model: {priors: [{type: roi, mean: 2, options: {mean: 3}}]}\n",
        8,
        "'mean' appears both beside the type and under options",
        "Remove one");
  }

  @Test
  void refusesEdgesThatAreNone() {
    for (String edge : List.of("tv search", "tv ->", "tv -> tv", "-> tv")) {
      assertError(
          DATA + "model: {structure: {edges: {required: [\"" + edge + "\"]}}}\n",
          9,
          "line 7, model.structure.edges.required: '" + edge + "'",
          "tv -> search");
    }
  }

  @Test
  void refusesContradictions() {
    assertError(
        DATA + "  controls: [tv_spend]\n",
        10,
        "column 'tv_spend' plays two roles: spend of tv and control",
        "one role");
    assertError(
        DATA
            + "model: {structure: {edges: {required: [\"tv -> search\"],"
            + " forbidden: [\"tv->search\"]}}}\n",
        10,
        "both required and forbidden",
        "Remove one");
  }

  @Test
  void placesErrorsOfComponentsInTheFile() {
    ConfigurationDraft draft =
        read("model:\n  saturation:\n    type: hill\n    options: {max_slop: 3}\n");
    MmmException error =
        org.assertj.core.api.Assertions.catchThrowableOfType(
            MmmException.class,
            () ->
                Options.of(
                    "saturation 'hill'",
                    List.of(OptionSpec.number("max_slope", 3, 1, 9, "Steepest slope.")),
                    draft.model().saturation().options()));

    MmmException placed = draft.located(error, "model.saturation");
    assertThat(placed)
        .hasMessageStartingWith("config.yaml, line 4, model.saturation: ")
        .hasMessageContaining("max_slop");
    assertThat(placed.code()).isEqualTo("MMM-CONFIG-011");
    assertThat(draft.located(error, "model.loss")).isSameAs(error);
  }

  @Test
  void quotesNoMoreOfAWrongFileThanShowsWhatItIs() {
    String line = "2024-01-01,1000,20\n";
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> read("week,revenue,tv_spend\n" + line.repeat(500)))
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-CONFIG-002"))
        .satisfies(e -> assertThat(e.getMessage()).contains("'week,revenue,tv_spend 2024-01-01,"))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(130).hasLineCount(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channels: [all, tv], groups: {all: [tv, search]}",
        "channels: [a, b], groups: {a: [tv, search], b: [tv, radio]}",
        "channels: [a], groups: {a: [tv, tv]}",
        "channels: [tv, search], ignore: [tv]"
      })
  void refusesMoneyThatWouldCountTwice(String roles) {
    assertError(
        "data: {time: week, outcome: revenue, " + roles + "}", 10, "'tv' plays two roles", "");
  }

  @Test
  void takesAGroupWhosePartsAreLeftOut() {
    ConfigurationDraft draft =
        read(
            "data: {time: week, outcome: revenue, channels: [all], ignore: [tv],"
                + " groups: {all: [tv, search]}}");

    assertThat(complete(draft).data().channels()).hasSize(1);
  }
}
