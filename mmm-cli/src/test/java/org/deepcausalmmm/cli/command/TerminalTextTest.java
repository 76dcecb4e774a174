package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
  @Test
  void escapeSequencesAreShownNotSent() {
    assertThat(TerminalText.safe("key '\u001b[31mred\u0007'"))
        .isEqualTo("key '\\u001b[31mred\\u0007'");
    assertThat(TerminalText.safe("a\u202eb")).isEqualTo("a\\u202eb");
    assertThat(TerminalText.safe("two\nlines")).isEqualTo("two lines");
  }

  @Test
  void wordsInAnyScriptStay() {
    assertThat(TerminalText.safe("M\u00fcller \u5e7f\u544a")).isEqualTo("M\u00fcller \u5e7f\u544a");
    assertThat(TerminalText.safe("2.55\u202fM")).isEqualTo("2.55 M");
  }

  @Test
  void aCellOfMegabytesIsCut() {
    String line = TerminalText.safe("begin " + "x".repeat(5_000_000) + " end");
    assertThat(line)
        .hasSizeLessThan(1200)
        .startsWith("begin xxx")
        .contains("(5000010 characters)")
        .endsWith("xxx end");
  }
}
