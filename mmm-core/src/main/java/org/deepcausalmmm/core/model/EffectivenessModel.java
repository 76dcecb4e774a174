package org.deepcausalmmm.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.deepcausalmmm.api.Effectiveness;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;

/** The model of the channels' time-varying effectiveness, with parameters of its own. */
public final class EffectivenessModel {
  private final List<ChannelGroup<Effectiveness>> groups = new ArrayList<>();
  private final ParameterLayout layout;

  /**
   * Creates the model from the effectiveness of the channels' temporal components.
   *
   * @param temporals creates a temporal component
   */
  public EffectivenessModel(
      ModelConfig config,
      List<String> channelNames,
      int regions,
      Function<ComponentChoice, Temporal> temporals) {
    layout = new ParameterLayout(regions, channelNames);
    for (ChannelGroup<Temporal> group :
        MediaModel.group(config.temporal(), channelNames, temporals)) {
      group
          .component()
          .effectiveness()
          .ifPresent(
              effectiveness -> {
                List<ParameterBlock> blocks = new ArrayList<>();
                for (ParameterSpec spec : effectiveness.parameters()) {
                  blocks.add(layout.add("effectiveness", "", spec, group.channels()));
                }
                groups.add(new ChannelGroup<>(effectiveness, group.channels(), blocks));
              });
    }
  }

  /** Returns the layout of the parameters; empty if no channel's effectiveness varies. */
  public ParameterLayout layout() {
    return layout;
  }

  /** Returns the channels whose effectiveness varies, in the order of the columns. */
  public int[] channels() {
    return groups.stream().flatMap(g -> g.channels().stream()).mapToInt(c -> c).toArray();
  }

  /**
   * Returns the logarithm of the multipliers, of mean 0 over the weeks.
   *
   * @param calendar [week, feature], see {@link Effectiveness#logMultiplier}
   * @return [week, column]
   */
  public NDArray logMultiplier(NDArray parameters, NDArray calendar) {
    NDList parts = new NDList();
    for (ChannelGroup<Effectiveness> group : groups) {
      BlockParameters own = new BlockParameters(parameters, group.blocks(), new int[0]);
      parts.add(group.component().logMultiplier(calendar, own, group.channels().size()));
    }
    NDArray all = parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts, 1); // one is detached
    return all.sub(all.mean(new int[] {0}, true));
  }
}
