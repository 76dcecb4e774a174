package org.deepcausalmmm.data.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Worlds;
import org.jspecify.annotations.Nullable;

/** Nothing in the weeks held out may change what the weeks before hold. */
class HoldoutTest {
  private static final int WEEKS = 60;

  @Property(tries = 40)
  void poisonInTheHoldoutLeavesTheTrainingWeeksUnchangedToTheBit(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int holdout) {
    Panel clean = spoiled(seed, holdout, false).firstWeeks(WEEKS - holdout);
    Panel poisoned = spoiled(seed, holdout, true).firstWeeks(WEEKS - holdout);

    assertThat(poisoned.regions()).isEqualTo(clean.regions());
    assertThat(poisoned.weeks()).isEqualTo(clean.weeks());
    assertThat(bits(poisoned.outcome())).isEqualTo(bits(clean.outcome()));
    assertThat(bits(poisoned.revenuePerKpi())).isEqualTo(bits(clean.revenuePerKpi()));
    assertThat(poisoned.population()).isEqualTo(clean.population());
    assertThat(bits(poisoned.controls().get(0).value()))
        .isEqualTo(bits(clean.controls().get(0).value()));
    for (int c = 0; c < 2; c++) {
      Panel.Channel before = clean.channels().get(c);
      Panel.Channel after = poisoned.channels().get(c);
      assertThat(bits(after.exposure())).isEqualTo(bits(before.exposure()));
      assertThat(bits(after.spend())).isEqualTo(bits(before.spend()));
    }
  }

  private static List<List<Long>> bits(double @Nullable [][] values) {
    return Arrays.stream(Objects.requireNonNull(values))
        .map(row -> Arrays.stream(row).mapToLong(Double::doubleToRawLongBits).boxed().toList())
        .toList();
  }

  /** Makes holes everywhere and, if asked, changes or empties every cell of the holdout. */
  private static Panel spoiled(long seed, int holdout, boolean poison) {
    Worlds world = new Worlds(3, WEEKS);
    Random holes = new Random(seed);
    Random poisons = new Random(seed + 1);
    String[] columns = {
      "revenue", "value", "population", "tv_spend", "tv_impressions", "search_spend", "price"
    };
    for (String region : new String[] {"a", "b", "c"}) {
      boolean withoutPrice = region.equals("c") && holes.nextBoolean();
      for (int t = 1; t <= WEEKS; t++) {
        for (String column : columns) {
          if (holes.nextInt(4) == 0 || (withoutPrice && column.equals("price"))) {
            world.set(region, t, column, "");
          }
          if (poison && t > WEEKS - holdout) {
            world.set(
                region, t, column, poisons.nextBoolean() ? "" : "" + poisons.nextInt(1, 9_999_999));
          }
        }
      }
    }
    return world.read(holdout).panel();
  }
}
