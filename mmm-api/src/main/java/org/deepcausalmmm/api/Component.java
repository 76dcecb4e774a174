package org.deepcausalmmm.api;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Is an exchangeable part of the model.
 *
 * <p>A component holds no state besides its options, draws no random numbers and owns no arrays: it
 * declares its parameters, and the core estimates, saves and reports them. It must be safe for use
 * by several threads.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Component {
  /** Declares the parameters that the core shall estimate; the names are unique. */
  default List<ParameterSpec> parameters() {
    return List.of();
  }
}
