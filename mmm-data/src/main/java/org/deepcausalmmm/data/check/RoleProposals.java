package org.deepcausalmmm.data.check;

import java.util.List;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.config.ChannelRole;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;

/** Proposals of a role for channels whose names tell how they are delivered. */
public final class RoleProposals {
  private RoleProposals() {}

  /** Returns a note on the channels that are usually delivered where demand is; none if stated. */
  public static List<Finding> of(List<ChannelColumns> channels) {
    List<String> names =
        channels.stream()
            .filter(channel -> channel.role() == null)
            .map(ChannelColumns::name)
            .filter(
                name ->
                    ChannelRole.suggestedBy(name)
                        .filter(role -> role == ChannelRole.CAPTURE)
                        .isPresent())
            .toList();
    return names.isEmpty()
        ? List.of()
        : List.of(
            DataCode.ROLE_PROPOSED.note(
                "By their names, these channels may be delivered where demand is: %s."
                    .formatted(NameList.list(names)),
                "State 'role: capture' at those that are bought in auctions, so that less evidence is"
                    + " asked before demand is taken out of their effect; 'role: planned' at those that are delivered as"
                    + " booked. Nothing is assumed until you do."));
  }
}
