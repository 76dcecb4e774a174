/** Finds the best allowed plan and proves how far from optimal it can be. */
@NullMarked
package org.deepcausalmmm.optimizer.solve;

import org.jspecify.annotations.NullMarked;
