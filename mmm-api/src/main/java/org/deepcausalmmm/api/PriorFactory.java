package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/** Creates {@link Prior} components; the service that a prior plugin provides. */
@API(status = API.Status.STABLE, since = "0.1")
public interface PriorFactory extends ComponentFactory<Prior> {}
