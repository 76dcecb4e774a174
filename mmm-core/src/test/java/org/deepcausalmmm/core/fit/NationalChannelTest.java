package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.ChannelSource;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Gaps;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.junit.jupiter.api.Test;

class NationalChannelTest {
  @Test
  void hasTheSameEffectInAllRegions() {
    SmallWorld world = SmallWorld.of(4, 80, 2, 0.03, 5);
    List<Panel.Channel> channels = new ArrayList<>(world.panel().channels());
    Panel.Channel first = channels.get(0);
    channels.set(
        0,
        new Panel.Channel(
            first.name(), first.exposure(), first.spend(), true, new ChannelSource(true, null)));
    CheckedPanel data =
        new CheckedPanel(
            world.panel().withChannels(channels), new DataReport(0, 0, List.of()), Gaps.none(), 0);
    Fitter fitter = new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

    Analysis analysis =
        new Analyst(fitter)
            .analyse(
                fitter.fit(
                    data,
                    ModelConfig.defaults(),
                    FitConfig.defaults().withQuick(true).withDraws(50),
                    Progress.SILENT),
                Progress.SILENT);

    assertThat(analysis.parameters())
        .filteredOn(row -> row.parameter().equals(MediaModel.DEVIATION))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.channel()).isEqualTo("channel_1"));
    assertThat(analysis.panel().channels().get(0).source().national()).isTrue();
    assertThat(analysis.channels().get(0).contribution().mean())
        .isCloseTo(world.contribution()[0], within(0.5 * world.contribution()[0]));
  }
}
