package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/** Creates {@link Loss} components; the service that a loss plugin provides. */
@API(status = API.Status.STABLE, since = "0.1")
public interface LossFactory extends ComponentFactory<Loss> {}
