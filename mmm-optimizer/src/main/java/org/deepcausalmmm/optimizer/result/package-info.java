/** Holds what an optimisation found. */
@NullMarked
package org.deepcausalmmm.optimizer.result;

import org.jspecify.annotations.NullMarked;
