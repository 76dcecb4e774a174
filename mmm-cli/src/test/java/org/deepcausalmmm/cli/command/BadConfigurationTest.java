package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with the configuration is refused. */
class BadConfigurationTest extends RefusedFit {
  @Test
  void aKeyIsMistypedInPlaceOfOneThatIsNeeded() throws IOException {
    Files.writeString(config, ROLES.replace("outcome:", "outcomee:"));
    Files.writeString(data, threeChannels("%d;%d;%d;%d;%d"));
    requireRefused(fit(), CONFIGURATION, "MMM-CONFIG-003", "unknown key 'outcomee'");
  }

  @Test
  void aControlIsNoColumn() throws IOException {
    Files.writeString(config, ROLES + "  controls:\n    - price\n    - weather\n");
    requireRefused(
        fit(SampleData.of(2, 60).csv()),
        DATA,
        "MMM-DATA-010",
        config + ", line 9, data.controls[1]: ",
        "no column 'weather'");
  }

  @Test
  void aTabIndents() throws IOException {
    Files.writeString(config, "data:\n\ttime: week\n");
    Files.writeString(data, threeChannels("%d;%d;%d;%d;%d"));
    requireRefused(fit(), CONFIGURATION, "MMM-CONFIG-002", "line 2", "TAB");
  }

  private String withPrior(String prior) {
    return ROLES.replace("  geo: region\n", "") + "model:\n  priors: [{" + prior + "}]\n";
  }

  @Test
  void aPriorSpeaksOfAParameterThatEachChannelHas() throws IOException {
    Files.writeString(
        config,
        withPrior("type: parameter, component: saturation, parameter: slope, mean: 3, sd: 1"));
    Files.writeString(data, threeChannels("%d;%d;%d;%d;%d"));
    requireRefused(fit(), CONFIGURATION, "MMM-CONFIG-061", "'slope'", "without a channel");
  }

  @Test
  void aPriorBelievesWhatCannotBe() throws IOException {
    Files.writeString(
        config,
        withPrior(
            "type: parameter, component: saturation, parameter: slope, channel: tv, mean: -5, sd:"
                + " 1"));
    Files.writeString(data, threeChannels("%d;%d;%d;%d;%d"));
    requireRefused(fit(), CONFIGURATION, "MMM-CONFIG-067", "'slope'", "-5", "positive");
  }

  @Test
  void aColumnThatTheConfigurationNamesIsMissing() throws IOException {
    Files.writeString(config, ROLES.replace("tv_spend", "tv_cost"));
    requireRefused(
        fit(SampleData.of(2, 60).csv()),
        DATA,
        "MMM-DATA-010",
        "tv_cost",
        data.toString(),
        config + ", line 6, data.channels[0].spend: ");
  }

  @Test
  void aKeyOfTheConfigurationIsUnknown() throws IOException {
    Files.writeString(config, ROLES + "model:\n  saturatoin: {type: hill}\n");
    requireRefused(
        fit(SampleData.of(2, 60).csv()),
        CONFIGURATION,
        "MMM-CONFIG-003",
        config + ", line 9",
        "saturatoin");
  }

  @Test
  void aValueOfTheConfigurationIsOfTheWrongType() throws IOException {
    Files.writeString(config, ROLES + "fit: {draws: many}\n");
    requireRefused(
        fit(SampleData.of(2, 60).csv()),
        CONFIGURATION,
        "MMM-CONFIG-005",
        config + ", line 8",
        "many");
  }

  @Test
  void theConfigurationIsMissing() throws IOException {
    Files.writeString(data, SampleData.of(2, 60).csv());
    CommandRun run =
        CommandRun.of("fit", data, "--config", config, "--out", directory.resolve("run"));
    requireRefused(run, CONFIGURATION, "MMM-CONFIG-001", config.toString());
  }

  @Test
  void aComponentIsUnknown() throws IOException {
    Files.writeString(config, ROLES + "model:\n  saturation: {type: hil}\n");
    requireRefused(fit(SampleData.of(2, 60).csv()), PLUGIN, "MMM-PLUGIN-001", "hil");
  }

  @Test
  void twoPriorsOfOneQuantityContradictEachOther() throws IOException {
    Files.writeString(
        config,
        withPrior(
            "type: roi, channel: tv, mean: 2, sd: 0.1}, {type: roi, channel: tv, mean: 0.2, sd: 0.1"));
    Files.writeString(data, threeChannels("%d;%d;%d;%d;%d"));
    requireRefused(fit(), CONFIGURATION, "MMM-CONFIG-069", "2 +- 0.1 and 0.2 +- 0.1", "12.7");
  }

  @Test
  void aLiftIsFarBeyondTheOutcome() throws IOException {
    Files.writeString(
        config,
        ROLES.replace("  geo: region\n", "")
            + """
            experiments:
              - {name: t, channel: tv, kind: heavy-up, from: "%s", to: "%s",
                 spend: {actual: 1000, without: 0}, lift: 1.0e+15, standard_error: 1.0e+12}
            """
                .formatted(20, 24));
    Files.writeString(data, threeChannels("%d;%d;%d;%d;%d"));
    requireRefused(fit(), CONFIGURATION, "MMM-CONFIG-405", "'t' has a lift of 1.000e+15");
  }
}
