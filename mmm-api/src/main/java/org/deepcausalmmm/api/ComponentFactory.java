package org.deepcausalmmm.api;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * The factory of the components of one type.
 *
 * <p>{@link java.util.ServiceLoader} finds the sub-interface of a kind, for example {@link
 * SaturationFactory}, and needs a public class with a public constructor without parameters. The
 * platform makes one factory per process; it has to allow calls from several threads.
 *
 * @param <C> the kind of component
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface ComponentFactory<C extends Component> {
  /**
   * Returns the name, version and description of the component; the same in every call.
   *
   * @since API level 1
   */
  ComponentInfo info();

  /**
   * Returns the options that the configuration may set; the same in every call, none by default.
   *
   * @since API level 1
   */
  default List<OptionSpec> options() {
    return List.of();
  }

  /**
   * Creates a component.
   *
   * <p>Called for checks, fits and uses of a model, so it should be cheap and read nothing from
   * outside.
   *
   * @param options a value for every declared option, checked against its declaration
   * @throws MmmException if the options contradict each other; any other exception is reported as
   *     MMM-PLUGIN-005
   * @since API level 1
   */
  C create(Options options);

  /**
   * Translates the options of a model that another version of the component was fitted with.
   *
   * <p>Called when such a model is loaded; the core then creates the component with the result. The
   * component has to declare the parameters of the version that was fitted, whose values come from
   * the model file. By default, versions with the same first number replace each other, and others
   * are refused.
   *
   * @param version the version that the model was fitted with
   * @param options its options by name, defaults included
   * @return the options for this version; those left out take their defaults
   * @throws MmmException if the model cannot be used with this version; the default's code is
   *     MMM-PLUGIN-025
   * @since API level 2
   */
  default Map<String, Object> migrate(String version, Map<String, Object> options) {
    ComponentInfo info = info();
    if (!info.replaces(version)) {
      throw new MmmException(
          ErrorKind.PLUGIN,
          25,
          "The model was fitted with version %s of '%s', which version %s cannot replace."
              .formatted(version, info.id(), info.version()),
          "Install the version that it was fitted with, or fit again.");
    }
    return options;
  }
}
