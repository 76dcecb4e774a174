/** Holds estimates with their uncertainty. */
@NullMarked
package org.deepcausalmmm.core.estimate;

import org.jspecify.annotations.NullMarked;
