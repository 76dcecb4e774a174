package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class SeedRangeTest {
  private final SeedRange.Converter converter = new SeedRange.Converter();

  @Test
  void aRangeHoldsBothItsEnds() {
    assertThat(converter.convert("1001..1003").seeds()).containsExactly(1001L, 1002L, 1003L);
    assertThat(converter.convert("5").seeds()).containsExactly(5L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "3..1", "1...2", "1-3", "-1", "1..5000"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> converter.convert(text)).isInstanceOf(TypeConversionException.class);
  }
}
