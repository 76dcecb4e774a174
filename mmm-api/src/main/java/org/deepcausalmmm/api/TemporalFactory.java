package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/** Creates {@link Temporal} components; the service that a temporal plugin provides. */
@API(status = API.Status.STABLE, since = "0.1")
public interface TemporalFactory extends ComponentFactory<Temporal> {}
