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
  void aReaderMeetsTheDecimalSignOfItsLanguageAndNobodyElseDoes() throws java.io.IOException {
    StringBuilder read = new StringBuilder();
    NumberStyle german = NumberStyle.ofLanguages("de-AT,en;q=0.7");
    Human.in(german, () -> read.append(Human.number(1_234_567.0)).append(Human.percent(0.0123)));
    assertThat(read).hasToString("1,23\u202fM1,2%");
    assertThat(Human.number(1.5)).isEqualTo("1.5");
    for (String other :
        new String[] {"", "en-GB", "ar-EG-u-nu-arab", "*", "\u0000;;q", "x".repeat(999)}) {
      assertThat(NumberStyle.ofLanguages(other)).as(other).isEqualTo(NumberStyle.POINT);
    }
  }

  @Test
  void aFitThatIsNotPerfectIsNotSaidToBe() {
    assertThat(Human.determination(0.99961)).isEqualTo("> 0.999");
    assertThat(Human.determination(0.9991)).isEqualTo("0.999");
    assertThat(Human.determination(1.0)).isEqualTo("1");
  }
}
