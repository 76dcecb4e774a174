package org.deepcausalmmm.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Property
  void aCellReadsBackAsTheSameNumber(@ForAll double value) {
    assertThat(Double.parseDouble(Numbers.cell(value)) == value).isTrue();
  }

  @Property
  void jsonReadsBackAsTheSameNumber(@ForAll double value) {
    BigDecimal json = Objects.requireNonNull(Numbers.json(value));
    assertThat(json.doubleValue() == value).isTrue();
  }

  @Test
  void usualSizesHaveNoExponent() {
    assertThat(Numbers.cell(123456789.25)).isEqualTo("123456789.25");
    assertThat(Numbers.cell(1e9)).isEqualTo("1000000000");
    assertThat(Numbers.cell(0.00001234)).isEqualTo("0.00001234");
    assertThat(Numbers.cell(Double.MAX_VALUE)).isEqualTo("1.7976931348623157E308");
  }

  @Test
  void whatIsNoNumberIsEmpty() {
    assertThat(Numbers.cell(null)).isEmpty();
    assertThat(Numbers.cell(Double.NaN)).isEmpty();
    assertThat(Numbers.cell(Double.POSITIVE_INFINITY)).isEmpty();
    assertThat(Numbers.json(Double.NaN)).isNull();
  }
}
