package org.deepcausalmmm.api;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * The declaration of a parameter that a component needs and the core owns.
 *
 * <p>The core chooses the initial value, estimates, saves, loads and reports the parameter; the
 * component receives its present values through {@link Parameters}.
 *
 * @param name the name, unique within the component, in snake case
 * @param axes the axes along which the parameter varies; empty for one value that all share
 * @param inner the sizes of further axes, for example of a weight matrix; empty for a quantity that
 *     tables show. A parameter with inner axes cannot vary by region
 * @param constraint the open interval of the allowed values
 * @param prior the prior of each entry, on the scale of the constraint; its center has to lie
 *     within the constraint
 * @param estimation whether posterior draws vary the parameter or hold it at its mode
 * @param unit the unit of the values, for tables; empty for a number without a unit
 * @param doc one sentence for tables and forms
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record ParameterSpec(
    String name,
    Set<Axis> axes,
    List<Integer> inner,
    Constraint constraint,
    Belief prior,
    Estimation estimation,
    String unit,
    String doc) {
  /** Wide enough to separate the units of a small network, narrow beside their prior. */
  private static final double START_SHARE = 0.3;

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /**
   * Checks the declaration.
   *
   * @throws IllegalArgumentException if the name is not in snake case, if a parameter with inner
   *     axes varies by region, or if the center of the prior violates the constraint
   * @since API level 1
   */
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
    constraint.free(prior.center());
  }

  /**
   * Declares a sampled quantity with one value per channel.
   *
   * @throws IllegalArgumentException as the constructor
   * @since API level 1
   */
  public static ParameterSpec perChannel(
      String name, Constraint constraint, Belief prior, String unit, String doc) {
    return new ParameterSpec(
        name, Set.of(Axis.CHANNEL), List.of(), constraint, prior, Estimation.SAMPLED, unit, doc);
  }

  /**
   * Declares a sampled quantity with one value for all channels and regions.
   *
   * @throws IllegalArgumentException as the constructor
   * @since API level 1
   */
  public static ParameterSpec shared(
      String name, Constraint constraint, Belief prior, String unit, String doc) {
    return new ParameterSpec(
        name, Set.of(), List.of(), constraint, prior, Estimation.SAMPLED, unit, doc);
  }

  /**
   * Declares weights of a network that all channels share, with a normal prior around 0.
   *
   * @param sd standard deviation of the prior
   * @param inner the sizes of the weight array
   * @since API level 3
   */
  public static ParameterSpec weights(String name, double sd, Estimation estimation, int... inner) {
    return network(name, Set.of(), sd, estimation, inner);
  }

  /**
   * Declares weights of a network with one set per channel, with a normal prior around 0.
   *
   * @param sd standard deviation of the prior
   * @param inner the sizes of the weight array of one channel
   * @since API level 3
   */
  public static ParameterSpec weightsPerChannel(
      String name, double sd, Estimation estimation, int... inner) {
    return network(name, Set.of(Axis.CHANNEL), sd, estimation, inner);
  }

  /**
   * Returns the standard deviation of the random initial value around the center of the prior, on
   * the scale on which the core estimates: 0 for a sampled parameter, which starts at the center,
   * and 0.3 of the prior's standard deviation for one that is estimated at its mode.
   *
   * @since API level 3
   */
  public double startSd() {
    return switch (estimation) {
      case SAMPLED -> 0;
      case AT_MODE -> START_SHARE * prior.sd();
    };
  }

  private static ParameterSpec network(
      String name, Set<Axis> axes, double sd, Estimation estimation, int... inner) {
    return new ParameterSpec(
        name,
        axes,
        Arrays.stream(inner).boxed().toList(),
        Constraint.real(),
        Belief.around(0, sd),
        estimation,
        "",
        "Weights of a network.");
  }
}
