/** Saturation components: how returns diminish. */
@NullMarked
package org.deepcausalmmm.saturation;

import org.jspecify.annotations.NullMarked;
