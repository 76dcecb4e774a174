package org.deepcausalmmm.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.deepcausalmmm.data.DataReport.Severity;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.roles.DetectedRoles;
import org.deepcausalmmm.data.roles.RoleDetector;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedDataTest {
  private static CheckedPanel read(String name, int holdout) {
    Table table = new TableReader().read(SharedData.file(name));
    DetectedRoles detected = new RoleDetector().detect(table);
    assertThat(detected.unused()).isEmpty();
    return new PanelReader().read(table, detected.roles(), holdout);
  }

  @Test
  void readsThePanelOfThePaper() {
    CheckedPanel checked = read("joss-panel.csv", 13);
    Panel panel = checked.usable();

    assertThat(panel.regionCount()).isEqualTo(190);
    assertThat(panel.weekCount()).isEqualTo(109);
    assertThat(panel.channelCount()).isEqualTo(13);
    assertThat(panel.controls()).hasSize(7);
    assertThat(panel.kpi()).isEqualTo("target_visits");
    assertThat(panel.channels()).allMatch(c -> c.spend() == null && !c.exposureIsSpend());
    assertThat(checked.report().rows()).isEqualTo(20_370);
    assertThat(checked.report().missing()).isEqualTo(340);
    assertThat(checked.report().findings())
        .anyMatch(f -> f.code().equals("MMM-DATA-041") && f.what().startsWith("340 of 20710"))
        .anyMatch(f -> f.code().equals("MMM-DATA-047") && f.what().contains("509 (14)"))
        .noneMatch(f -> f.severity() == Severity.ERROR);
  }

  @Test
  void readsTheRegionalSampleOfMeridian() {
    Table table = new TableReader().read(SharedData.file("meridian/geo_all_channels.csv"));
    DetectedRoles detected = new RoleDetector().detect(table);

    assertThat(table.header()).doesNotContain("").startsWith("geo", "time");
    assertThat(detected.unused()).isEmpty();
    assertThat(detected.roles().geo()).isEqualTo("geo");
    assertThat(detected.roles().outcome()).isEqualTo("conversions");
    assertThat(detected.roles().revenuePerKpi()).isEqualTo("revenue_per_conversion");
    assertThat(detected.roles().population()).isEqualTo("population");
    assertThat(detected.roles().channels())
        .hasSize(5)
        .contains(new ChannelColumns("Channel0", "Channel0_spend", "Channel0_impression"));
    assertThat(detected.roles().organic())
        .containsExactly(
            new ChannelColumns("Organic_channel0", null, "Organic_channel0_impression"));
    assertThat(detected.roles().controls())
        .containsExactly("competitor_sales_control", "sentiment_score_control", "Promo");

    Panel panel = new PanelReader().read(table, detected.roles(), 13).usable();
    assertThat(panel.regionCount()).isEqualTo(40);
    assertThat(panel.weekCount()).isEqualTo(156);
    assertThat(panel.weeks().label(0)).isEqualTo("2021-01-25");
    assertThat(panel.population()).hasSize(40);
    assertThat(panel.channelNames()).endsWith("Organic_channel0");
  }

  @ParameterizedTest
  @CsvSource({
    "meridian/national_media.csv, 1, 4",
    "param-recovery/small_business-20250715.csv, 1, 4",
    "param-recovery/medium_business-20250715.csv, 8, 8",
    "param-recovery/large_business-20250715.csv, 50, 30",
    "param-recovery/growing_business-20250715.csv, 2, 6"
  })
  void readsTheOtherSamples(String name, int regions, int channels) {
    Panel panel = read(name, 0).usable();

    assertThat(panel.regionCount()).isEqualTo(regions);
    assertThat(panel.channelCount()).isEqualTo(channels);
    assertThat(panel.channels()).allMatch(c -> c.spend() != null);
  }
}
