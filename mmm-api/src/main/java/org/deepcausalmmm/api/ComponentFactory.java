package org.deepcausalmmm.api;

import java.util.List;
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
}
