package org.deepcausalmmm.core.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deepcausalmmm.api.Axis;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.Component;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.Estimation;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;

/**
 * The map from exposure to contributions: carry-over, saturation, coefficients.
 *
 * <p>contribution = share * exp(deviation) * response / reference, where the reference is the mean
 * response over the training cells. So {@code share} is the channel's mean contribution in units of
 * the region's mean outcome, a quantity for which a marketer can state a prior.
 */
public final class MediaModel {
  /** The kind under which the coefficients' parameters are filed. */
  public static final String MEDIA = "media";

  /** The name of the parameter that is a channel's share in the outcome. */
  public static final String SHARE = "share";

  /** The name of the parameter that is a region's deviation from it. */
  public static final String DEVIATION = "region_deviation";

  /** Keeps the reference of a channel that never acted from being 0. */
  public static final double TINY = 1e-12;

  private static final double EXPECTED_MEDIA_SHARE = 0.3;

  private final int channels;
  private final List<ChannelGroup<Temporal>> temporal;
  private final List<ChannelGroup<Saturation>> saturation;
  private final List<ParameterBlock> coefficientBlocks;
  private final ParameterLayout layout;
  private final int maxLag;

  /**
   * Creates the components that a configuration chooses for each channel.
   *
   * @param temporals creates a temporal component
   * @param saturations creates a saturation component
   */
  public MediaModel(
      ModelConfig config,
      List<String> channelNames,
      int regions,
      Function<ComponentChoice, Temporal> temporals,
      Function<ComponentChoice, Saturation> saturations) {
    this(config, channelNames, regions, Set.of(), temporals, saturations);
  }

  /**
   * Creates the same, the effect of some channels the same in all regions.
   *
   * @param national channels whose figures are known for all regions together only
   */
  public MediaModel(
      ModelConfig config,
      List<String> channelNames,
      int regions,
      Set<String> national,
      Function<ComponentChoice, Temporal> temporals,
      Function<ComponentChoice, Saturation> saturations) {
    channels = channelNames.size();
    layout = new ParameterLayout(regions, channelNames, national);
    coefficientBlocks = coefficients(regions);
    temporal = groups("temporal", config.temporal(), channelNames, temporals);
    saturation = groups("saturation", config.saturation(), channelNames, saturations);
    maxLag = temporal.stream().mapToInt(g -> g.component().maxLag()).max().orElse(0);
  }

  private List<ParameterBlock> coefficients(int regions) {
    List<Integer> all = IntStream.range(0, channels).boxed().toList();
    List<ParameterBlock> blocks = new ArrayList<>();
    blocks.add(
        layout.add(
            MEDIA,
            "coefficient",
            ParameterSpec.perChannel(
                SHARE,
                Constraint.positive(),
                Belief.around(EXPECTED_MEDIA_SHARE / Math.max(1, channels), 0.6).pooled(0.8),
                "share of the mean outcome",
                "Mean contribution of the channel in units of the mean outcome."),
            all));
    if (regions > 1) {
      ParameterSpec deviation =
          new ParameterSpec(
              DEVIATION,
              Set.of(Axis.REGION, Axis.CHANNEL),
              List.of(),
              Constraint.real(),
              Belief.around(0, 0.2),
              Estimation.SAMPLED,
              "log ratio",
              "How much stronger the channel is in a region than in a typical one.");
      blocks.add(layout.add(MEDIA, "coefficient", deviation, all));
    }
    return blocks;
  }

  private <C extends Component> List<ChannelGroup<C>> groups(
      String kind,
      ComponentChoice choice,
      List<String> names,
      Function<ComponentChoice, C> create) {
    List<ChannelGroup<C>> groups = group(choice, names, create);
    for (ChannelGroup<C> group : groups) {
      String type = choice.forChannel(names.get(group.channels().get(0))).type();
      for (ParameterSpec spec : group.component().parameters()) {
        group.blocks().add(layout.add(kind, type, spec, group.channels()));
      }
    }
    return groups;
  }

  /** Creates a component for each choice, without parameters as yet. */
  static <C extends Component> List<ChannelGroup<C>> group(
      ComponentChoice choice, List<String> names, Function<ComponentChoice, C> create) {
    Map<ComponentChoice, List<Integer>> byChoice = new LinkedHashMap<>();
    for (int c = 0; c < names.size(); c++) {
      byChoice.computeIfAbsent(choice.forChannel(names.get(c)), k -> new ArrayList<>()).add(c);
    }
    List<ChannelGroup<C>> groups = new ArrayList<>();
    byChoice.forEach(
        (chosen, members) ->
            groups.add(
                new ChannelGroup<>(create.apply(chosen), List.copyOf(members), new ArrayList<>())));
    return groups;
  }

  /** Returns the layout of the parameters. */
  public ParameterLayout layout() {
    return layout;
  }

  /** Returns the greatest lag of any channel, in weeks. */
  public int maxLag() {
    return maxLag;
  }

  /** Returns the number of channels. */
  public int channelCount() {
    return channels;
  }

  /** Returns the carry-over kernels [channel, maxLag + 1]. */
  public NDArray kernel(NDArray theta) {
    NDList parts = new NDList();
    for (ChannelGroup<Temporal> group : temporal) {
      BlockParameters parameters = new BlockParameters(theta, group.blocks(), new int[0]);
      NDArray kernel = group.component().kernel(parameters, group.channels().size());
      int missing = maxLag - group.component().maxLag();
      if (missing > 0) {
        NDArray zeros =
            theta
                .getManager()
                .zeros(new Shape(group.channels().size(), missing), kernel.getDataType());
        kernel = NDArrays.concat(new NDList(kernel, zeros), 1);
      }
      parts.add(kernel);
    }
    return inChannelOrder(parts, temporal, 0);
  }

  /** Returns the exposure that acts in each week: [region, week, column]. */
  NDArray carry(NDArray kernel, LagStack stack) {
    NDArray rows = isAllChannels(stack.columns()) ? kernel : gather(kernel, stack.columns());
    return rows.expandDims(1)
        .matMul(stack.array())
        .reshape(stack.columns().length, stack.regions(), stack.weeks())
        .transpose(1, 2, 0);
  }

  /**
   * Returns the response [..., region, week, column] to acting exposure of the same shape.
   *
   * @param columns the channel of each column
   */
  public NDArray saturate(NDArray theta, NDArray exposure, int[] columns) {
    if (saturation.size() == 1) {
      int[] gathered = isAllChannels(columns) ? new int[0] : columns;
      ChannelGroup<Saturation> group = saturation.get(0);
      return group
          .component()
          .apply(exposure, new BlockParameters(theta, group.blocks(), gathered));
    }
    NDList parts = new NDList();
    for (int j = 0; j < columns.length; j++) {
      ChannelGroup<Saturation> group = groupOf(columns[j]);
      int[] column = {group.channels().indexOf(columns[j])};
      NDArray one = exposure.get("..., " + j + ":" + (j + 1));
      parts.add(group.component().apply(one, new BlockParameters(theta, group.blocks(), column)));
    }
    return NDArrays.concat(parts, -1);
  }

  private ChannelGroup<Saturation> groupOf(int channel) {
    return saturation.stream()
        .filter(g -> g.channels().contains(channel))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No channel " + channel + "."));
  }

  /** Returns share * exp(deviation) of each column: [region, 1, column], or [column] nationally. */
  public NDArray coefficient(NDArray theta, int[] columns) {
    int[] gathered = isAllChannels(columns) ? new int[0] : columns;
    BlockParameters parameters = new BlockParameters(theta, coefficientBlocks, gathered);
    NDArray share = parameters.get(SHARE);
    return coefficientBlocks.size() == 1
        ? share
        : deviation(parameters.get(DEVIATION), columns).exp().mul(share);
  }

  /** Returns the regions' deviations, 0 for channels that have the same effect everywhere. */
  private NDArray deviation(NDArray given, int[] columns) {
    if (IntStream.of(columns).allMatch(layout::deviates)) {
      return given;
    }
    float[] factor = new float[columns.length];
    for (int j = 0; j < factor.length; j++) {
      factor[j] = layout.deviates(columns[j]) ? 1 : 0;
    }
    NDArray factors = given.getManager().create(factor).toType(given.getDataType(), false);
    return given.mul(factors);
  }

  private boolean isAllChannels(int[] columns) {
    return columns.length == channels
        && IntStream.range(0, channels).allMatch(i -> columns[i] == i);
  }

  private static NDArray gather(NDArray rows, int[] index) {
    return rows.get(rows.getManager().create(index));
  }

  private static <C extends Component> NDArray inChannelOrder(
      NDList parts, List<ChannelGroup<C>> groups, int axis) {
    if (groups.size() == 1) {
      return parts.get(0);
    }
    List<Integer> order = groups.stream().flatMap(g -> g.channels().stream()).toList();
    int[] position = new int[order.size()];
    for (int i = 0; i < position.length; i++) {
      position[order.get(i)] = i;
    }
    return gather(NDArrays.concat(parts, axis), position);
  }

  /** Returns the temporal components with the channels that they model. */
  List<ChannelGroup<Temporal>> temporalGroups() {
    return temporal;
  }

  /** Returns the saturation components with the channels that they model. */
  List<ChannelGroup<Saturation>> saturationGroups() {
    return saturation;
  }
}
