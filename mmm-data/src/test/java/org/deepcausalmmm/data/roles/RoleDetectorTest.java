package org.deepcausalmmm.data.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deepcausalmmm.data.Errors.assertError;

import java.util.Arrays;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.table.TableReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleDetectorTest {
  private static DetectedRoles detect(String header) {
    String row = String.join(",", Arrays.stream(header.split(",")).map(c -> "1").toList());
    return new RoleDetector().detect(new TableReader().read("data.csv", header + "\n" + row));
  }

  private static ChannelColumns channel(String name, String spend, String exposure) {
    return new ChannelColumns(name, spend, exposure);
  }

  @Test
  void understandsTheNamesThatThisProjectWrites() {
    DetectedRoles detected =
        detect(
            "geo,week,revenue,population,tv_spend,tv_impressions,search_spend,radio_impressions,"
                + "organic_social_views,price_index,weather");
    DataConfig roles = detected.roles();

    assertThat(roles.geo()).isEqualTo("geo");
    assertThat(roles.time()).isEqualTo("week");
    assertThat(roles.outcome()).isEqualTo("revenue");
    assertThat(roles.population()).isEqualTo("population");
    assertThat(roles.channels())
        .containsExactly(
            channel("tv", "tv_spend", "tv_impressions"),
            new ChannelColumns("search", "search_spend", null),
            new ChannelColumns("radio", null, "radio_impressions"));
    assertThat(roles.organic())
        .containsExactly(new ChannelColumns("organic_social", null, "organic_social_views"));
    assertThat(roles.controls()).containsExactly("price_index", "weather");
    assertThat(detected.unused()).isEmpty();
  }

  @Test
  void leavesTotalsOutUnlessTheyAreAllThereIs() {
    DetectedRoles detected = detect("week,revenue,tv_spend,search_spend,total_spend");
    assertThat(detected.roles().channels())
        .extracting(ChannelColumns::name)
        .containsExactly("tv", "search");
    assertThat(detected.unused()).containsExactly("total_spend");
    assertThat(detect("week,revenue,media_spend").roles().channels()).hasSize(1);
  }

  @Test
  void saysWhyColumnsAreLeftOut() {
    String header = "week,revenue,conversions,tv_spend,tv_cost,day_of_week";
    DetectedRoles proposed =
        new RoleDetector()
            .propose(new TableReader().read("data.csv", header + "\n1,1,1,1,1,1"), "revenue");

    assertThat(proposed.findings())
        .filteredOn(finding -> finding.code().equals("MMM-DATA-074"))
        .extracting(finding -> finding.what())
        .containsExactlyInAnyOrder(
            "These columns may be the outcome, and another one is: 'conversions'.",
            "These columns give a channel a second spend: 'tv_cost'.",
            "These columns repeat the calendar, other columns or results of a model:"
                + " 'day_of_week'.");
  }

  @Test
  void understandsTheNamesOfMeridian() {
    DataConfig roles =
        detect(
                "geo,time,Channel0_impression,Channel1_impression,competitor_sales_control,"
                    + "Channel0_spend,Channel1_spend,Organic_channel0_impression,Promo,conversions,"
                    + "revenue_per_conversion,population")
            .roles();

    assertThat(roles.outcome()).isEqualTo("conversions");
    assertThat(roles.revenuePerKpi()).isEqualTo("revenue_per_conversion");
    assertThat(roles.channels())
        .containsExactly(
            channel("Channel0", "Channel0_spend", "Channel0_impression"),
            channel("Channel1", "Channel1_spend", "Channel1_impression"));
    assertThat(roles.organic())
        .containsExactly(
            new ChannelColumns("Organic_channel0", null, "Organic_channel0_impression"));
    assertThat(roles.controls()).containsExactly("competitor_sales_control", "Promo");
  }

  @Test
  void announcesWhatTurnsOutcomesIntoMoneyAndWhatPopulationsAre() {
    DetectedRoles detected = detect("geo,week,sales,tv_spend,revenue_per_conversion,population");
    assertThat(detected.findings().get(0).what())
        .contains("region 'geo', population 'population', outcome 'sales'")
        .contains("money value of a unit of it 'revenue_per_conversion', 1 channel (tv)");
    assertThat(detect("week,sales,tv_spend").findings().get(0).what())
        .contains("national, outcome 'sales', 1 channel (tv)");
  }

  @Test
  void understandsTheNamesOfThePaper() {
    DataConfig roles =
        detect("dmacode,weekid,impressions_Channel_01_decay_0.05,target_visits,control_01").roles();

    assertThat(roles.geo()).isEqualTo("dmacode");
    assertThat(roles.time()).isEqualTo("weekid");
    assertThat(roles.outcome()).isEqualTo("target_visits");
    assertThat(roles.channels())
        .containsExactly(
            new ChannelColumns("Channel_01_decay_0.05", null, "impressions_Channel_01_decay_0.05"));
    assertThat(roles.controls()).containsExactly("control_01");
  }

  @Test
  void understandsTheNamesOfTheRecoveryBenchmark() {
    DataConfig roles = detect("date,geo,x1_Search-Ads,x2_Video,c1,c2,y").roles();

    assertThat(roles.outcome()).isEqualTo("y");
    assertThat(roles.channels())
        .containsExactly(
            new ChannelColumns("x1_Search-Ads", "x1_Search-Ads", null),
            new ChannelColumns("x2_Video", "x2_Video", null));
    assertThat(roles.controls()).containsExactly("c1", "c2");
  }

  @Test
  void takesDataWithoutRegionsAsNational() {
    assertThat(detect("week,sales,tv_spend").roles().geo()).isNull();
  }

  @Test
  void reportsAndLeavesOutWhatItDoesNotUnderstand() {
    DetectedRoles detected =
        detect("week,date,sales,tv_spend,tv_impressions,tv_clicks,mystery,Unnamed: 0");

    assertThat(detected.unused()).containsExactly("week", "tv_clicks", "mystery", "Unnamed: 0");
    assertThat(detected.roles().time()).isEqualTo("date");
    assertThat(detected.findings())
        .anyMatch(f -> f.code().equals("MMM-DATA-045") && f.what().contains("mystery"));
  }

  @Test
  void asksWhichColumnIsTheOutcome() {
    assertError(
        () -> detect("week,revenue,conversions,tv_spend"),
        "MMM-DATA-012",
        "revenue, conversions",
        "data.outcome");
  }

  @ParameterizedTest
  @ValueSource(strings = {"label,sales,tv_spend", "week,tv_spend,foo", "week,sales,foo,bar"})
  void saysWhichRoleNoColumnSeemsToPlay(String header) {
    assertError(
        () -> detect(header),
        "MMM-DATA-011",
        "data.csv has no column",
        "./mmm config init data.csv > c.yaml");
  }
}
