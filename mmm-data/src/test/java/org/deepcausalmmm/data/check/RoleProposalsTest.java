package org.deepcausalmmm.data.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepcausalmmm.data.config.ChannelRole;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoleProposalsTest {
  private static ChannelColumns channel(String name, @Nullable ChannelRole role) {
    return new ChannelColumns(name, name, null, null, null, role, false);
  }

  @Test
  void namesTheChannelsThatAuctionsUsuallyDeliver() {
    assertThat(RoleProposals.of(List.of(channel("paid_search", null), channel("tv", null))))
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.code()).isEqualTo("MMM-DATA-078");
              assertThat(note.toString()).contains("paid_search").doesNotContain("tv");
            });
  }

  @Test
  void isSilentWhereTheRoleIsStatedOrTheNameTellsNothing() {
    assertThat(
            RoleProposals.of(
                List.of(
                    channel("paid_search", ChannelRole.CAPTURE),
                    channel("affiliate", ChannelRole.PLANNED),
                    channel("research", null))))
        .isEmpty();
  }
}
