/** Checks of a panel: what stands in the way of a fit, and what a user should know before one. */
@NullMarked
package org.deepcausalmmm.data.check;

import org.jspecify.annotations.NullMarked;
