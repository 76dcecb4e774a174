package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * The factory of a {@link Temporal}: the service that a temporal plugin provides.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface TemporalFactory extends ComponentFactory<Temporal> {}
