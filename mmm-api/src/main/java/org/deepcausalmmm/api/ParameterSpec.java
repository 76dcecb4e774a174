package org.deepcausalmmm.api;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Declares a parameter, which the core then owns: it starts, estimates, saves, loads and reports
 * it.
 *
 * @param name unique within the component, in snake case
 * @param axes along which the parameter varies; empty for one shared by everything. What varies by
 *     region is held in the posterior's draws, see {@link Axis#REGION}
 * @param inner the sizes of further axes, for example of a weight matrix; empty for a quantity that
 *     tables show
 * @param constraint which values are allowed
 * @param belief what is believed beforehand, for each entry
 * @param startSpread standard deviation of the random start around the believed center, on the
 *     estimation scale. Anything above 0 says that these are inner weights of a network: they are
 *     held at their most probable values in the posterior's draws, and no interval knows of their
 *     uncertainty. A quantity that someone will read starts at its center, with 0
 * @param unit the unit of the values, for tables
 * @param doc one sentence for tables and forms
 */
@API(status = API.Status.STABLE, since = "0.1")
public record ParameterSpec(
    String name,
    Set<Axis> axes,
    List<Integer> inner,
    Constraint constraint,
    Belief belief,
    double startSpread,
    String unit,
    String doc) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  public ParameterSpec {
    axes = Set.copyOf(axes);
    inner = List.copyOf(inner);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Parameter name '" + name + "' is not in snake case.");
    }
    if (!inner.isEmpty() && axes.contains(Axis.REGION)) {
      throw new IllegalArgumentException(
          "Parameter '" + name + "' has inner axes; these cannot vary by region.");
    }
    constraint.free(belief.center());
  }

  /** Declares a quantity with one value a channel. */
  public static ParameterSpec perChannel(
      String name, Constraint constraint, Belief belief, String unit, String doc) {
    return new ParameterSpec(
        name, Set.of(Axis.CHANNEL), List.of(), constraint, belief, 0, unit, doc);
  }

  /** Declares a quantity with one value for everything. */
  public static ParameterSpec shared(
      String name, Constraint constraint, Belief belief, String unit, String doc) {
    return new ParameterSpec(name, Set.of(), List.of(), constraint, belief, 0, unit, doc);
  }

  /** Declares the weights of a network that all channels share, believed to be around 0. */
  public static ParameterSpec weights(String name, double sd, double startSpread, int... inner) {
    return network(name, Set.of(), sd, startSpread, inner);
  }

  /** Declares weights of a network with a set of them for each channel, believed around 0. */
  public static ParameterSpec weightsPerChannel(
      String name, double sd, double startSpread, int... inner) {
    return network(name, Set.of(Axis.CHANNEL), sd, startSpread, inner);
  }

  private static ParameterSpec network(
      String name, Set<Axis> axes, double sd, double startSpread, int... inner) {
    return new ParameterSpec(
        name,
        axes,
        Arrays.stream(inner).boxed().toList(),
        Constraint.real(),
        Belief.around(0, sd),
        startSpread,
        "",
        "Weights of a network.");
  }
}
