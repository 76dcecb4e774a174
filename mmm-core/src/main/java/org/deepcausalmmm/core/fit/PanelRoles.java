package org.deepcausalmmm.core.fit;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;

/** Column names for a panel that was built from arrays, so that its model's record is complete. */
final class PanelRoles {
  private PanelRoles() {}

  static DataConfig of(Panel panel) {
    List<ChannelColumns> channels = new ArrayList<>();
    for (Panel.Channel channel : panel.channels()) {
      String name = channel.name();
      String spend = channel.spend() == null ? null : name;
      boolean contacts = channel.source().contacts() != null;
      String exposure =
          channel.exposureIsSpend() || contacts ? null : spend == null ? name : name + "_exposure";
      channels.add(
          new ChannelColumns(
              name,
              spend,
              exposure,
              contacts ? name + "_reach" : null,
              contacts ? name + "_frequency" : null,
              null,
              channel.source().national()));
    }
    return new DataConfig(
        panel.regionCount() > 1 ? "region" : null,
        "week",
        panel.kpi(),
        panel.revenuePerKpi() == null ? null : "revenue_per_kpi",
        panel.population() == null ? null : "population",
        channels,
        List.of(),
        panel.controls().stream().map(Panel.Control::name).toList());
  }
}
