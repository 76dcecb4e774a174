package org.deepcausalmmm.data;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PanelTest {
  @Test
  void cutsToItsFirstWeeks() {
    Panel panel = new Worlds(2, 60).read(0).usable();
    Panel cut = panel.firstWeeks(50);

    assertThat(cut.weekCount()).isEqualTo(50);
    assertThat(cut.outcome()[1]).hasSize(50).startsWith(panel.outcome()[1][0]);
    assertThat(requireNonNull(cut.channels().get(0).spend())[0]).hasSize(50);
    assertThat(cut.channels().get(1).spend()).isSameAs(cut.channels().get(1).exposure());
    assertThat(cut.controls().get(0).value()[0]).hasSize(50);
    assertThat(requireNonNull(cut.revenuePerKpi())[0]).hasSize(50);
    assertThat(panel.firstWeeks(60).outcome()).isDeepEqualTo(panel.outcome());
    assertThatIllegalArgumentException().isThrownBy(() -> panel.firstWeeks(61));
  }
}
