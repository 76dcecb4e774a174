package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/** An axis along which a parameter may vary. */
@API(status = API.Status.STABLE, since = "0.1")
public enum Axis {
  REGION,
  CHANNEL
}
