package org.deepcausalmmm.optimizer.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Cell;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.Limit;
import org.junit.jupiter.api.Test;

class ConstraintFileTest {
  private static BudgetProblem byChannel() {
    List<Decision> decisions = new ArrayList<>();
    for (String channel : List.of("tv", "search", "social")) {
      decisions.add(Decision.upTo(Cell.of(channel), 2000, 1000));
    }
    return BudgetProblem.of(decisions, 3000);
  }

  private static BudgetProblem byRegionAndWeek() {
    List<Decision> decisions = new ArrayList<>();
    for (String channel : List.of("tv", "search")) {
      for (String region : List.of("north", "south")) {
        for (int week = 0; week < 3; week++) {
          decisions.add(
              Decision.upTo(Cell.of(channel, region).inWeek(week, String.valueOf(week)), 200, 100));
        }
      }
    }
    return BudgetProblem.of(decisions, 1200);
  }

  private static void refuses(BudgetProblem problem, String text, String code, String message) {
    assertThatThrownBy(() -> ConstraintFile.apply("C.yaml", text, problem))
        .isInstanceOfSatisfying(
            MmmException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.getMessage() + " " + e.advice()).contains(message);
            });
  }

  @Test
  void readsBoundsRelativeToThePresentPlanAndInMoney() {
    BudgetProblem read =
        ConstraintFile.apply(
            "C.yaml",
            """
            bounds:
              tv: {min: 100, max: 500}
              "*": {min_change: -30%, max_change: 0.3}
            min_if_on: {search: 750}
            fixed: {social: present}
            """,
            byChannel());
    assertThat(read.decisions())
        .containsExactly(
            new Decision(Cell.of("tv"), 100, 500, 0, 1000, 1000),
            new Decision(Cell.of("search"), 700, 1300, 750, 1000, 1000),
            new Decision(Cell.of("social"), 1000, 1000, 0, 1000, 1000));
  }

  @Test
  void readsGroupsSharesChangesAndFlights() {
    BudgetProblem read =
        ConstraintFile.apply(
            "C.yaml",
            """
            bounds: {tv: {max: 500}}
            groups:
              - {name: north tv, channels: [tv], regions: [north], min: 10, max_share: 50%}
            region_shares: {south: {min: 0.2}}
            change_limit: {search: 20%}
            flights: {tv: [0, 2]}
            """,
            byRegionAndWeek());
    assertThat(read.limits())
        .contains(
            new Limit.Group("channel tv", List.of(0, 1, 2, 3, 4, 5), 0, 500),
            new Limit.Group("north tv", List.of(0, 1, 2), 10, Double.POSITIVE_INFINITY),
            new Limit.Share("north tv", List.of(0, 1, 2), 0, 0.5),
            new Limit.Share("region south", List.of(3, 4, 5, 9, 10, 11), 0.2, 1),
            new Limit.Change("change to search/north/week 1", 6, 7, 0, 0.2))
        .hasSize(8);
    assertThat(read.decisions().stream().mapToDouble(Decision::upper).toArray())
        .containsExactly(200, 0, 200, 200, 0, 200, 200, 200, 200, 200, 200, 200);
  }

  @Test
  void namesLineAndNearestNameOfWhatIsWrong() {
    BudgetProblem problem = byChannel();
    refuses(
        problem,
        "bounds:\n  tvv: {max: 5}",
        "MMM-CONFIG-306",
        "C.yaml, line 2, bounds.tvv: there is no");
    refuses(problem, "bounds:\n  tvv: {max: 5}", "MMM-CONFIG-306", "Maybe you meant 'tv'");
    refuses(problem, "\nbound: {}", "MMM-CONFIG-305", "C.yaml, line 2: there is no key 'bound'");
    refuses(problem, "bounds:\n  tv: {maxx: 5}", "MMM-CONFIG-305", "Maybe you meant 'max'");
    refuses(
        problem,
        "bounds:\n  tv: {max: much}",
        "MMM-CONFIG-307",
        "C.yaml, line 2, bounds.tv.max: 'much'");
    refuses(
        problem, "bounds:\n  tv: {maxx: 5}", "MMM-CONFIG-305", "C.yaml, line 2, bounds.tv: there");
    refuses(
        problem,
        "bounds:\n  tv: 5",
        "MMM-CONFIG-307",
        "C.yaml, line 2, bounds.tv: '5' is not a map");
    refuses(problem, "bounds: {tv: {max: [5]}}", "MMM-CONFIG-307", "bounds.tv.max: a list is not");
    refuses(problem, "groups: [{channels: [tw]}]", "MMM-CONFIG-306", "groups[0].channels[0]: ");
    refuses(problem, "bounds: [", "MMM-CONFIG-002", "C.yaml, line 1");
    refuses(
        problem,
        "bounds:\n  tv: {min: 9, max: 5}",
        "MMM-CONFIG-301",
        "C.yaml, line 2, bounds.tv: The lower");
    refuses(problem, "min_if_on:\n  tv: 5000", "MMM-CONFIG-302", "C.yaml, line 2");
    refuses(problem, "fixed:\n  tv: -5", "MMM-CONFIG-307", "C.yaml, line 2, fixed.tv: '-5'");
    refuses(problem, "change_limit: {tv: 5%}", "MMM-CONFIG-309", "by week");
    refuses(problem, "region_shares: {north: {max: 1}}", "MMM-CONFIG-309", "by region");
    refuses(
        byRegionAndWeek(),
        "region_shares: {north: {max: 130%}}",
        "MMM-CONFIG-304",
        "C.yaml, line 1");
    refuses(byRegionAndWeek(), "groups: [{channels: [tv], weeks: [7]}]", "MMM-CONFIG-306", "week");
  }

  @Test
  void refusesWeeksThatTheWindowDoesNotHave() {
    BudgetProblem problem = byRegionAndWeek();
    refuses(problem, "flights: {tv: [0, 99]}", "MMM-CONFIG-306", "there is no week '99'");
    refuses(problem, "flights: {tv: [3]}", "MMM-CONFIG-306", "counted from 0 to 2");
    refuses(problem, "flights: {tv: [soon]}", "MMM-CONFIG-307", "'soon'");
    refuses(byChannel(), "flights: {tv: [0]}", "MMM-CONFIG-309", "by week");
  }

  @Test
  void changesNothingWhenEmpty() {
    assertThat(ConstraintFile.apply("C.yaml", "", byChannel())).isEqualTo(byChannel());
  }

  @Test
  void rulesOnTheSameQuantityHoldTogether() {
    BudgetProblem read =
        ConstraintFile.apply(
            "C.yaml",
            """
            bounds: {tv: {min: 700, max: 900}, search: {max: 500}}
            cell_bounds: {search: {max: 800}}
            fixed: {tv: 800, social: 0}
            min_if_on: {social: 500}
            """,
            byChannel());
    assertThat(read.decisions())
        .containsExactly(
            new Decision(Cell.of("tv"), 800, 800, 0, 1000, 1000),
            new Decision(Cell.of("search"), 0, 500, 0, 1000, 1000),
            new Decision(Cell.of("social"), 0, 0, 0, 1000, 1000));
    assertThat(
            ConstraintFile.apply(
                    "C.yaml", "bounds: {tv: {min: 300}}\nfixed: {tv: 400}", byRegionAndWeek())
                .limits())
        .containsExactly(new Limit.Group("channel tv", List.of(0, 1, 2, 3, 4, 5), 400, 400));
  }

  @Test
  void refusesRulesThatContradictEachOther() {
    refuses(
        byChannel(),
        "bounds:\n  tv: {min: 900}\nfixed:\n  tv: 800",
        "MMM-CONFIG-311",
        "C.yaml, line 4, fixed.tv: 'tv' is to be exactly 800.00, but C.yaml, line 2, bounds.tv"
            + " allows at least 900.00.");
    refuses(
        byChannel(),
        "bounds: {tv: {max: 500}}\ncell_bounds: {tv: {min: 600}}",
        "MMM-CONFIG-311",
        "but C.yaml, line 1, bounds.tv allows at most 500.00.");
    refuses(
        byRegionAndWeek(),
        "bounds: {tv: {min: 900}}\nfixed: {tv: 800}",
        "MMM-CONFIG-311",
        "allows at least 900.00");
    refuses(
        byRegionAndWeek(),
        "fixed: {tv: present}\nflights: {tv: [0]}",
        "MMM-CONFIG-311",
        "is to be exactly 0.00, but C.yaml, line 1, fixed.tv allows exactly 100.00");
  }

  @Test
  void refusesYamlBeyondItsBounds() {
    BudgetProblem problem = byChannel();
    refuses(problem, "bounds: " + "[".repeat(2000), "MMM-CONFIG-002", "nested more than 50 deep");
    refuses(
        problem,
        "bounds: {tv: &a {max: 5}, search: *a}",
        "MMM-CONFIG-002",
        "'*a' refers to an anchor");
    refuses(problem, "fixed: {tv: !!binary aGVsbG8=}", "MMM-CONFIG-002", "is a tag of YAML");
    refuses(problem, "# " + "x".repeat(5_000_000), "MMM-CONFIG-002", "at most 2000000 are read");
    refuses(problem, "fixed: {tv: 1, tv: 2}", "MMM-CONFIG-008", "'tv' appears here a second time");
  }
}
