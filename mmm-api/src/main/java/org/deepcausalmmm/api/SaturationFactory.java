package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * The factory of a {@link Saturation}: the service that a saturation plugin provides.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface SaturationFactory extends ComponentFactory<Saturation> {}
