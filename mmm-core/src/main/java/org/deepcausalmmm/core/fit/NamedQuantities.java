package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.api.Quantities;
import org.deepcausalmmm.core.error.CoreCode;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.data.yaml.ConfigCode;

/** The channels and parameters that priors name. */
abstract class NamedQuantities implements Quantities {
  private final TrainingData data;
  private final MediaModel model;
  private final NDArray theta;

  NamedQuantities(TrainingData data, MediaModel model, NDArray theta) {
    this.data = data;
    this.model = model;
    this.theta = theta;
  }

  @Override
  public NDArray parameter(String kind, String name, String channel) {
    ParameterBlock block =
        channel.isEmpty() ? only(kind, name) : ofChannel(kind, name, index(channel));
    int position = channel.isEmpty() ? 0 : block.channels().indexOf(index(channel));
    int at = block.index(0, position);
    return block.spec().constraint().constrain(theta.get(at + ":" + (at + 1))).sum();
  }

  private ParameterBlock ofChannel(String kind, String name, int channel) {
    return model
        .layout()
        .find(kind, name, channel)
        .filter(NamedQuantities::isSingle)
        .orElseThrow(() -> unknown(kind, name, " for this channel"));
  }

  /** Returns the block of a parameter that has one value for all channels. */
  private ParameterBlock only(String kind, String name) {
    List<ParameterBlock> blocks =
        model.layout().named(kind, name).stream().filter(NamedQuantities::isSingle).toList();
    if (blocks.isEmpty()) {
      throw unknown(kind, name, "");
    }
    ParameterBlock first = blocks.get(0);
    if (blocks.size() > 1 || first.byChannel() && first.channels().size() > 1) {
      throw CoreCode.UNKNOWN_PARAMETER.error(
          "A prior names the parameter '%s' of '%s' without a channel, but channels do not share it."
              .formatted(name, kind),
          "Add 'channel' to the prior; write one prior for each channel.");
    }
    return first;
  }

  private MmmException unknown(String kind, String name, String where) {
    return CoreCode.UNKNOWN_PARAMETER.error(
        "A prior names the parameter '%s' of '%s', which does not exist%s."
            .formatted(name, kind, where),
        "The parameters are: " + names() + ".");
  }

  private static boolean isSingle(ParameterBlock block) {
    return block.readable() && !block.byRegion();
  }

  private String names() {
    return String.join(
        ", ",
        model.layout().blocks().stream()
            .filter(NamedQuantities::isSingle)
            .map(b -> b.kind() + " " + b.spec().name())
            .toList());
  }

  /** Returns a number as a scalar of the parameters' type. */
  NDArray scalar(double value) {
    return theta.getManager().create(value).toType(theta.getDataType(), false);
  }

  /** Returns the total spend of a channel, or throws MMM-CONFIG-062 if it is 0 or unknown. */
  double spend(int channel) {
    double spend = data.spend()[channel];
    if (!(spend > 0)) {
      throw CoreCode.NO_SPEND_FOR_ROI.error(
          "A prior names the ROI of '%s', which has no spend in the training weeks."
              .formatted(data.panel().channelNames().get(channel)),
          "Use a 'contribution-share' prior, or name the column of its spend.");
    }
    return spend;
  }

  /** Returns the index of a channel, or throws MMM-CONFIG-007 if no channel has the name. */
  int index(String channel) {
    int index = data.panel().channelNames().indexOf(channel);
    if (index < 0) {
      throw ConfigCode.UNKNOWN_CHANNEL.error(
          "A prior names the channel '%s', which is not in the data.".formatted(channel),
          NearestName.of(channel, data.panel().channelNames())
              .map("Maybe you meant '%s'."::formatted)
              .orElse("The channels are: " + String.join(", ", data.panel().channelNames()) + "."));
    }
    return index;
  }
}
