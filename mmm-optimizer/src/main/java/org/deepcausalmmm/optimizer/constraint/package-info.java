/** Reads constraints that users write and checks plans against them. */
@NullMarked
package org.deepcausalmmm.optimizer.constraint;

import org.jspecify.annotations.NullMarked;
