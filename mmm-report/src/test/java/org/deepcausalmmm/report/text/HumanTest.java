package org.deepcausalmmm.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HumanTest {
  @Test
  void numbersHaveThreeDigitsAndAUnit() {
    assertThat(Human.number(1_234_567.0)).isEqualTo("1.23\u202fM");
    assertThat(Human.number(Double.NaN)).isEqualTo("\u2013");
  }

  @Test
  void aFitThatIsNotPerfectIsNotSaidToBe() {
    assertThat(Human.determination(0.99961)).isEqualTo("> 0.999");
    assertThat(Human.determination(0.9991)).isEqualTo("0.999");
    assertThat(Human.determination(1.0)).isEqualTo("1");
  }
}
