package org.deepcausalmmm.core.fit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.model.ParameterLayout;
import org.deepcausalmmm.data.Panel;

/**
 * An order of a panel's channels. A fit takes them by name, so that the order of the columns in the
 * data decides neither random numbers nor sums.
 */
final class ChannelOrder {
  private final int[] source;

  /**
   * Creates an order.
   *
   * @param source [position]: the present place of the channel that comes there
   */
  private ChannelOrder(int[] source) {
    this.source = source;
  }

  /** Returns the order by name. */
  static ChannelOrder byName(Panel panel) {
    List<String> names = panel.channelNames();
    return new ChannelOrder(
        IntStream.range(0, names.size())
            .boxed()
            .sorted(Comparator.comparing(names::get))
            .mapToInt(Integer::intValue)
            .toArray());
  }

  /** Returns the order that takes this one back. */
  ChannelOrder inverse() {
    int[] place = new int[source.length];
    for (int i = 0; i < source.length; i++) {
      place[source[i]] = i;
    }
    return new ChannelOrder(place);
  }

  /** Returns whether every channel stays where it is. */
  boolean isPresent() {
    return IntStream.range(0, source.length).allMatch(i -> source[i] == i);
  }

  /** Returns a panel with its channels in this order. */
  Panel panel(Panel panel) {
    return new Panel(
        panel.regions(),
        panel.weeks(),
        panel.outcome(),
        IntStream.of(source).mapToObj(panel.channels()::get).toList(),
        panel.controls(),
        panel.revenuePerKpi(),
        panel.population(),
        panel.kpi());
  }

  /**
   * Returns a fitted model with its channels in this order.
   *
   * @param from the layout of its parameters
   * @param to the layout in this order
   */
  FittedModel model(FittedModel fitted, ParameterLayout from, ParameterLayout to) {
    int[] parameters = parameters(from, to);
    FittedModel.FittedParameters media = fitted.media();
    double[][] draws = new double[media.draws().length][];
    for (int d = 0; d < draws.length; d++) {
      draws[d] = picked(media.draws()[d], parameters);
    }
    return new FittedModel(
        fitted.configuration(),
        new FittedModel.FittedData(panel(fitted.panel()), fitted.dataReport(), fitted.trainWeeks()),
        new FittedModel.FittedStructure(equations(fitted.equations()), fitted.edges()),
        new FittedModel.FittedParameters(media.earlier(), picked(media.theta(), parameters), draws),
        fitted.baseline(),
        fitted.noise(),
        new EffectivenessPath(
            columns(fitted.effectiveness()),
            columns(fitted.effectivenessSd()),
            columns(new double[][] {fitted.effectivenessPath().later()})[0]),
        fitted.record().withCapture(captures(fitted.record().capture())));
  }

  private List<FittedModel.Capture> captures(List<FittedModel.Capture> captures) {
    return captures.isEmpty() ? captures : IntStream.of(source).mapToObj(captures::get).toList();
  }

  private StructuralEquations equations(StructuralEquations equations) {
    int[] place = inverse().source;
    return new StructuralEquations(
        picked(equations.ownEffect(), source),
        equations.edges().stream()
            .map(e -> new Edge(place[e.from()], place[e.to()], e.weight(), e.decay(), e.kind()))
            .toList());
  }

  private double[][] columns(double[][] rows) {
    double[][] reordered = new double[rows.length][];
    for (int t = 0; t < rows.length; t++) {
      reordered[t] = picked(rows[t], source);
    }
    return reordered;
  }

  private static double[] picked(double[] values, int[] index) {
    return IntStream.of(index).mapToDouble(i -> values[i]).toArray();
  }

  /** Returns, for each parameter in this order, its present place. */
  private int[] parameters(ParameterLayout from, ParameterLayout to) {
    int[] index = new int[to.size()];
    for (ParameterBlock block : to.blocks()) {
      int channels = block.byChannel() ? block.channels().size() : 1;
      int regions = block.byRegion() ? block.regions() : 1;
      for (int i = 0; i < channels; i++) {
        int channel = source[block.channels().get(i)];
        ParameterBlock before = from.find(block.kind(), block.spec().name(), channel).orElseThrow();
        int position = before.channels().indexOf(channel);
        for (int r = 0; r < regions; r++) {
          for (int k = 0; k < block.innerSize(); k++) {
            index[block.index(r, i) + k] = before.index(r, position) + k;
          }
        }
      }
    }
    return index;
  }
}
