/** Simulates worlds whose true attribution is known, to check what a fit says about them. */
@NullMarked
package org.deepcausalmmm.simulation;

import org.jspecify.annotations.NullMarked;
