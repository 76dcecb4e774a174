/** Estimates with their uncertainty. */
@NullMarked
package org.deepcausalmmm.data.estimate;

import org.jspecify.annotations.NullMarked;
