/** Describes what is to be decided: cells, what they earn, and which plans are allowed. */
@NullMarked
package org.deepcausalmmm.optimizer.problem;

import org.jspecify.annotations.NullMarked;
