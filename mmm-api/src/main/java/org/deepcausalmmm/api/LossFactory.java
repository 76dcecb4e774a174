package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * The factory of a {@link Loss}: the service that a loss plugin provides.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface LossFactory extends ComponentFactory<Loss> {}
