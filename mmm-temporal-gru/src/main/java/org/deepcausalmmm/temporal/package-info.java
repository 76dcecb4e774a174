/** Temporal components: when a week's exposure acts. */
@NullMarked
package org.deepcausalmmm.temporal;

import org.jspecify.annotations.NullMarked;
