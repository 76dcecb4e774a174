package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * The factory of a {@link Prior}: the service that a prior plugin provides.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface PriorFactory extends ComponentFactory<Prior> {}
