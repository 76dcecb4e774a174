package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * The factory of a {@link Structure}: the service that a structure plugin provides.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface StructureFactory extends ComponentFactory<Structure> {}
