/** Simulates worlds whose contributions are known, so that attributions can be checked. */
@NullMarked
package org.deepcausalmmm.core.simulation;

import org.jspecify.annotations.NullMarked;
