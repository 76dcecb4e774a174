package org.deepcausalmmm.server.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.deepcausalmmm.api.MmmException;
import org.junit.jupiter.api.Test;

class YamlJsonTest {
  @Test
  void keepsTypesAndOrder() {
    String text = "b: 1\na: {x: [1.5, true, null, 'no', '12', 1e-3], y: 12345678901}\n";

    assertThat(YamlJson.parse("roles", text))
        .hasToString(
            "{\"b\":1,\"a\":{\"x\":[1.5,true,null,\"no\",\"12\",0.001],\"y\":12345678901}}");
  }

  @Test
  void readsNothingAsAnEmptyObject() {
    assertThat(YamlJson.parse("config", " ")).isEmpty();
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    assertThatThrownBy(() -> YamlJson.parse("experiment", "experiments: []\nexperiments: []\n"))
        .hasMessageContaining("the key 'experiments' appears here a second time")
        .extracting(e -> ((MmmException) e).code())
        .isEqualTo("MMM-CONFIG-008");
  }
}
