/** Slides of a run with native charts. */
@NullMarked
package org.deepcausalmmm.slides;

import org.jspecify.annotations.NullMarked;
