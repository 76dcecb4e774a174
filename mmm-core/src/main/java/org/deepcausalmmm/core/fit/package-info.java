/** Fits the model to a panel. */
@NullMarked
package org.deepcausalmmm.core.fit;

import org.jspecify.annotations.NullMarked;
