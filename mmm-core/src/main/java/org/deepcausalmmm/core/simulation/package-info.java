/** Simulates worlds whose true attribution is known, to check what a fit says about them. */
@NullMarked
package org.deepcausalmmm.core.simulation;

import org.jspecify.annotations.NullMarked;
