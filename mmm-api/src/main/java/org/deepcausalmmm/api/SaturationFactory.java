package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/** Creates {@link Saturation} components; the service that a saturation plugin provides. */
@API(status = API.Status.STABLE, since = "0.1")
public interface SaturationFactory extends ComponentFactory<Saturation> {}
