package org.deepcausalmmm.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.config.DataConfig;
import org.junit.jupiter.api.Test;

class PlanReaderTest {
  private static final int TV = 0;
  private static final int SEARCH = 1;

  private static SpendPlan read(String... lines) {
    return new PlanReader(PlanPanels.panel(), PlanPanels.ROLES).read(PlanPanels.table(lines));
  }

  private static void refused(int number, String saying, String... lines) {
    assertThatThrownBy(() -> read(lines))
        .isInstanceOfSatisfying(
            MmmException.class,
            e -> {
              assertThat(e.code()).isEqualTo("MMM-DATA-" + number);
              assertThat(e.getMessage() + " " + e.advice()).contains(saying);
            });
  }

  @Test
  void readsALongPlanByRegion() {
    SpendPlan plan =
        read(
            "week,geo,channel,spend",
            "2024-05-20,north,tv,5",
            "2024-05-20,south,tv,6",
            "2024-05-27,south,tv,8",
            "2024-05-27,north,tv,7");
    assertThat(plan.weeks()).isEqualTo(2);
    assertThat(plan.amounts()).containsOnlyKeys(TV);
    assertThat(plan.amounts().get(TV)).isDeepEqualTo(new double[][] {{5, 7}, {6, 8}});
    assertThat(plan.controls()).isEmpty();
  }

  @Test
  void readsAWidePlanWithControlsAndTheNamesOfTheData() {
    SpendPlan plan =
        read(
            "monday,dma,tv_spend,clicks,price",
            "2024-05-20,north,5,100,4.5",
            "2024-05-20,south,6,300,5.5");
    assertThat(plan.amounts().get(TV)).isDeepEqualTo(new double[][] {{5}, {6}});
    assertThat(plan.amounts().get(SEARCH)).isDeepEqualTo(new double[][] {{100}, {300}});
    assertThat(plan.controls().get(0)).isDeepEqualTo(new double[][] {{4.5}, {5.5}});
  }

  @Test
  void splitsANationalPlanByTheSharesOfTheLastWeeks() {
    SpendPlan plan = read("week,channel,spend", "2024-05-20,tv,100", "2024-05-20,search,8");
    assertThat(plan.amounts().get(TV)).isDeepEqualTo(new double[][] {{75}, {25}});
    assertThat(plan.amounts().get(SEARCH)).isDeepEqualTo(new double[][] {{2}, {6}});
  }

  @Test
  void givesEveryRegionANationalControl() {
    SpendPlan plan = read("week,tv,price", "2024-05-20,1,4");
    assertThat(plan.controls().get(0)).isDeepEqualTo(new double[][] {{4}, {4}});
  }

  @Test
  void refusesWhatIsNoPlan() {
    refused(501, "its columns are spend, channel", "spend,channel", "1,tv");
  }

  @Test
  void namesTheColumnThatALongPlanLacks() {
    refused(501, "none called 'spend'", "week,geo,channel,amount", "2024-05-20,a,tv,1");
    refused(501, "none called 'channel'", "week,geo,medium,spend", "2024-05-20,a,tv,1");
  }

  @Test
  void readsNamesWithAndWithoutCapitalLetters() {
    SpendPlan wide = read("Week,TV,Price", "2024-05-20,100,4");
    assertThat(wide.amounts().get(TV)).isDeepEqualTo(new double[][] {{75}, {25}});
    assertThat(wide.controls().get(0)).isDeepEqualTo(new double[][] {{4}, {4}});
    SpendPlan byRegion =
        read("WEEK,Geo,Channel,Spend", "2024-05-20,North,TV,5", "2024-05-20,south,Tv,6");
    assertThat(byRegion.amounts().get(TV)).isDeepEqualTo(new double[][] {{5}, {6}});
    refused(508, "repeats", "week,tv,TV", "2024-05-20,1,2");
  }

  @Test
  void namesTheNearestChannel() {
    refused(502, "Maybe you meant 'tv'", "week,channel,spend", "2024-05-20,tvs,1");
    refused(502, "Maybe you meant 'search'", "week,serch", "2024-05-20,1");
    refused(502, "Its channels are: tv, search, print", "week,billboards", "2024-05-20,1");
  }

  @Test
  void namesTheNearestRegion() {
    refused(503, "Maybe you meant 'north'", "week,geo,channel,spend", "2024-05-20,nort,tv,1");
  }

  @Test
  void refusesWeeksUnlikeThoseOfTheData() {
    refused(504, "'soon' is not written like the weeks", "week,tv", "soon,1");
    refused(504, "another day of the week", "week,tv", "2024-05-21,1");
  }

  @Test
  void refusesWeeksInsideTheData() {
    refused(505, "Plan weeks from 2024-05-20 on", "week,tv", "2024-05-13,1");
  }

  @Test
  void refusesMistypedYears() {
    refused(511, "line 2: the week 2094-05-17", "week,tv", "2094-05-17,1");
    assertThat(read("week,tv", "2034-05-08,1").before()).isEqualTo(520);
    refused(511, "which end with 2024-05-13", "week,tv", "2034-05-15,1");
  }

  @Test
  void refusesGaps() {
    refused(506, "no row for week 2024-05-27", "week,tv", "2024-05-20,1", "2024-06-03,1");
  }

  @Test
  void refusesColumnsThatALongPlanHasNoPlaceFor() {
    refused(502, "no column 'price'", "week,channel,spend,price", "2024-05-20,tv,1,6");
  }

  @Test
  void letsWhatAPlanNamesGoOnUntilItBegins() {
    SpendPlan plan = read("week,tv,price", "2024-06-03,100,9", "2024-06-10,60,9");
    assertThat(plan.before()).isEqualTo(2);
    assertThat(plan.weeks()).isEqualTo(4);
    assertThat(plan.amounts().get(0)[0]).containsExactly(30, 30, 75, 45);
    assertThat(plan.amounts().get(0)[1]).containsExactly(10, 10, 25, 15);
    assertThat(plan.controls().get(0)[1]).containsExactly(6, 6, 9, 9);
  }

  @Test
  void refusesAmountsThatAreNone() {
    refused(507, "the amount -3 is negative", "week,tv", "2024-05-20,-3");
    refused(507, "nothing is planned", "week,tv", "2024-05-20,");
    assertThatThrownBy(() -> read("week,tv", "2024-05-20,lots"))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-DATA-007"));
  }

  @Test
  void refusesCellsPlannedTwice() {
    refused(508, "repeats", "week,channel,spend", "2024-05-20,tv,1", "2024-05-20,tv,2");
  }

  @Test
  void refusesChannelsPlannedForSomeRegionsOrWeeksOnly() {
    refused(
        509, "region south, week 2024-05-20", "week,geo,channel,spend", "2024-05-20,north,tv,1");
    refused(
        509,
        "not for week 2024-05-27",
        "week,channel,spend",
        "2024-05-20,tv,1",
        "2024-05-20,search,1",
        "2024-05-27,search,1");
  }

  @Test
  void refusesChannelsThatNeverBoughtExposure() {
    refused(510, "'print'", "week,print", "2024-05-20,5");
  }

  @Test
  void readsWeeksAndUnitsAsTheHeadingsOfTheDataState() {
    DataConfig roles =
        new DataConfig(
            "dma",
            "Week Ending",
            "sales",
            null,
            null,
            List.of(new DataConfig.ChannelColumns("tv", "TV ($K)", null)),
            List.of(),
            List.of());

    SpendPlan plan =
        new PlanReader(PlanPanels.panel(), roles)
            .read(
                PlanPanels.table(
                    "Week Ending,dma,TV ($K)", "2024-05-26,north,5", "2024-05-26,south,6.5"));

    assertThat(plan.amounts().get(TV)).isDeepEqualTo(new double[][] {{5000}, {6500}});
  }
}
