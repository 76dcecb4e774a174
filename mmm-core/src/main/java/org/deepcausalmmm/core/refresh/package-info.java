/** The refresh of a fitted model with new weeks. */
@NullMarked
package org.deepcausalmmm.core.refresh;

import org.jspecify.annotations.NullMarked;
