package org.deepcausalmmm.api;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Creates the components of one type.
 *
 * <p>{@link java.util.ServiceLoader} finds the sub-interface of a kind, for example {@link
 * SaturationFactory}, and needs a public constructor without parameters.
 *
 * @param <C> the kind of component
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface ComponentFactory<C extends Component> {
  /** Names and describes the component. */
  ComponentInfo info();

  /** Declares the options that the configuration may set. */
  default List<OptionSpec> options() {
    return List.of();
  }

  /**
   * Creates a component.
   *
   * @param options a value for every declared option, checked against its declaration
   * @throws MmmException if the options contradict each other
   */
  C create(Options options);

  /**
   * Brings the options of a model that an earlier or later version was fitted with to this one, or
   * refuses.
   *
   * <p>The core asks when it loads such a model, and then creates the component with the result.
   * The component has to declare the parameters of the version that was fitted: their values come
   * from the model file. By default versions that begin with the same number stand for each other,
   * and others are refused.
   *
   * @param version the version that the model was fitted with
   * @param options its options by name, defaults included
   * @return the options for this version; those left out take their defaults
   * @throws MmmException if the model cannot be used with this version
   */
  default Map<String, Object> migrate(String version, Map<String, Object> options) {
    ComponentInfo info = info();
    if (!info.replaces(version)) {
      throw new MmmException(
          ErrorKind.PLUGIN,
          25,
          "The model was fitted with version %s of '%s'; version %s cannot stand for it."
              .formatted(version, info.id(), info.version()),
          "Install the version that it was fitted with, or fit again.");
    }
    return options;
  }
}
