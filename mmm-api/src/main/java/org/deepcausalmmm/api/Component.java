package org.deepcausalmmm.api;

import java.util.List;
import org.apiguardian.api.API;

/**
 * An exchangeable part of the model.
 *
 * <p><b>State.</b> A component holds no state besides its options, draws no random numbers and owns
 * no arrays: it declares its parameters, and the core estimates, saves and reports them. The same
 * arguments give the same result, bit by bit.
 *
 * <p><b>Lifecycle.</b> {@link ComponentFactory#create} makes a component for a fit, for a check of
 * a configuration and whenever a fitted model is used (effects, forecasts, plans), several times in
 * each. There is nothing to close.
 *
 * <p><b>Threads.</b> One fit calls its components on the thread that started it; only the
 * plain-Java functions that they return run on several. Several fits may run in one process, each
 * with components of its own, and a host may use one fitted model from several threads; a component
 * has to allow simultaneous calls. While the core calls a plugin, the context class loader of the
 * thread is the plugin's.
 *
 * <p><b>Arrays.</b> Arguments are attached to an {@link ai.djl.ndarray.NDManager} that the core
 * closes after the present step; so is what a component creates from them or from {@link
 * Parameters#manager()}. A component neither closes nor changes arguments (no in-place operators)
 * and keeps no array. The precision is that of the arguments: single in training, double in the
 * noise model, in the Laplace approximation, in planning and in checks. Write constants in the type
 * of the arguments.
 *
 * <p><b>Errors.</b> An {@link MmmException} reaches the user as it is. Any other exception of a
 * plugin is reported as MMM-PLUGIN-027 with the plugin's name, and an error of linking as
 * MMM-PLUGIN-006.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Component {
  /**
   * Returns the parameters that the core estimates for this component.
   *
   * <p>Called several times in a fit; the result has to be the same every time. Names are unique
   * within the component.
   *
   * @return the declarations, empty by default
   * @since API level 1
   */
  default List<ParameterSpec> parameters() {
    return List.of();
  }
}
