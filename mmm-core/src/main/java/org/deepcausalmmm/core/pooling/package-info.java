/** Random effects over many fits: what the figures of similar units say about each of them. */
@NullMarked
package org.deepcausalmmm.core.pooling;

import org.jspecify.annotations.NullMarked;
