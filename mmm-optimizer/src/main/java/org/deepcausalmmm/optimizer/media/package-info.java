/** Plans the money of a fitted model: what to decide, what it brings, and what came out. */
@NullMarked
package org.deepcausalmmm.optimizer.media;

import org.jspecify.annotations.NullMarked;
