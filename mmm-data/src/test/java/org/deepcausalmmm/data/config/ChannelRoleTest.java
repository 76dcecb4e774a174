package org.deepcausalmmm.data.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.junit.jupiter.api.Test;

class ChannelRoleTest {
  private static List<ChannelColumns> channels(String role) {
    String yaml =
        """
        data:
          time: week
          outcome: sales
          channels:
            - {name: search, spend: search_spend, role: %s}
            - {name: tv, spend: tv_spend}
        """
            .formatted(role);
    return Objects.requireNonNull(new ConfigurationReader().read("c.yaml", yaml).data()).channels();
  }

  @Test
  void isReadFromAChannel() {
    assertThat(channels("capture"))
        .extracting(ChannelColumns::role)
        .containsExactly(ChannelRole.CAPTURE, null);
    assertThat(channels("planned").get(0).role()).isEqualTo(ChannelRole.PLANNED);
  }

  @Test
  void refusesAnotherWord() {
    assertThatThrownBy(() -> channels("auction"))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("c.yaml")
        .hasMessageContaining("'auction'");
  }

  @Test
  void isSuggestedByWordsOfTheName() {
    assertThat(ChannelRole.suggestedBy("paid_search")).contains(ChannelRole.CAPTURE);
    assertThat(ChannelRole.suggestedBy("Retargeting display")).contains(ChannelRole.CAPTURE);
    assertThat(ChannelRole.suggestedBy("tv")).contains(ChannelRole.PLANNED);
    assertThat(ChannelRole.suggestedBy("research")).isEmpty();
  }
}
