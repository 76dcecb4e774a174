package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterLayout;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.junit.jupiter.api.Test;

class ChannelOrderTest {
  private final Fitter fitter =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  @Test
  void theOrderOfColumnsChangesNoBit() {
    Panel panel = SmallWorld.of(4, 50, 3, 0.03, 2).panel();
    List<Panel.Channel> channels = new ArrayList<>(panel.channels());
    Collections.rotate(channels, 1);
    Panel rotated =
        new Panel(
            panel.regions(),
            panel.weeks(),
            panel.outcome(),
            channels,
            panel.controls(),
            panel.revenuePerKpi(),
            panel.population(),
            panel.kpi());
    FittedModel first = fit(panel);
    FittedModel second = fit(rotated);
    assertThat(second.panel().channelNames()).isEqualTo(rotated.channelNames());
    for (int i = 0; i < 3; i++) {
      int other = rotated.channelNames().indexOf(panel.channelNames().get(i));
      assertThat(shares(second, other)).isEqualTo(shares(first, i));
      assertThat(second.record().capture().get(other)).isEqualTo(first.record().capture().get(i));
      for (int r = 0; r < 4; r++) {
        assertThat(deviation(second, r, other)).isEqualTo(deviation(first, r, i));
      }
    }
  }

  private FittedModel fit(Panel panel) {
    return fitter.fit(
        panel,
        new DataReport(0, 0, List.of()),
        new Configuration(
            PanelRoles.of(panel), ModelConfig.defaults(), new FitConfig(3, 40, 2, 0, false, "cpu")),
        Progress.SILENT);
  }

  private double[] shares(FittedModel fitted, int channel) {
    ParameterLayout layout = fitter.mediaModel(fitted).layout();
    int index =
        layout.find(MediaModel.MEDIA, MediaModel.SHARE, channel).orElseThrow().index(0, channel);
    double[] shares = new double[fitted.draws().length];
    for (int d = 0; d < shares.length; d++) {
      shares[d] = fitted.draws()[d][index];
    }
    return shares;
  }

  private double deviation(FittedModel fitted, int region, int channel) {
    ParameterLayout layout = fitter.mediaModel(fitted).layout();
    return fitted
        .theta()[
        layout
            .find(MediaModel.MEDIA, MediaModel.DEVIATION, channel)
            .orElseThrow()
            .index(region, channel)];
  }
}
