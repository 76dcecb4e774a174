package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/** Creates {@link Structure} components; the service that a structure plugin provides. */
@API(status = API.Status.STABLE, since = "0.1")
public interface StructureFactory extends ComponentFactory<Structure> {}
