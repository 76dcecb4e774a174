package org.deepcausalmmm.data.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deepcausalmmm.data.Errors.assertError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlParserTest {
  private static void refuses(String yaml, String what, String advice) {
    assertError(() -> YamlMap.read("c.yaml", yaml), "MMM-CONFIG-002", what, advice);
  }

  @Test
  void keepsLinesNumbersAndKeys() {
    YamlMap map = YamlMap.read("c.yaml", "a: 1.5\nb:\n  c: text\nd: 1e-3\n");

    assertThat(map.keys()).containsExactly("a", "b", "d");
    assertThat(map.number("a")).isEqualTo(1.5);
    assertThat(map.number("d")).isEqualTo(0.001);
    assertThat(map.number("absent")).isNull();
    assertThat(map.line("d")).isEqualTo(4);
    assertError(() -> map.number("b"), "MMM-CONFIG-005", "c.yaml, line 3, b is a map", "a number");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: !!binary cmVnaW9u", "a: !!set {x, y}", "a: !custom 1", "!!python/x {a: 1}"})
  void refusesTags(String yaml) {
    refuses(yaml, "line 1", "without it");
  }

  @Test
  void refusesAliases() {
    refuses("a: &x 1\nb: *x\n", "line 2: '*x' refers to an anchor", "the value itself");
  }

  @Test
  void refusesDeepNesting() {
    refuses("a: " + "[".repeat(30_000) + "]".repeat(30_000), "nested", "brackets");
    refuses("a: " + "{a: ".repeat(60) + "1" + "}".repeat(60), "nested more than 50 deep", "Close");
  }

  @Test
  void refusesALongCommentAndALongFile() {
    refuses("a: 1\n#" + "x".repeat(300_000), "line 2 has 300001 characters", "comment");
    refuses("# x\n".repeat(600_000), "2400000 characters", "file of their own");
  }

  @Test
  void quotesOnlyTheBeginningOfAnythingLong() {
    String key = "k".repeat(800);
    assertError(
        () -> YamlMap.read("c.yaml", key + ": 1\n" + key + ": 2\n"),
        "MMM-CONFIG-008",
        "kkk...",
        "Remove");
  }
}
