/** Adds new weeks to a fitted model. */
@NullMarked
package org.deepcausalmmm.core.refresh;

import org.jspecify.annotations.NullMarked;
