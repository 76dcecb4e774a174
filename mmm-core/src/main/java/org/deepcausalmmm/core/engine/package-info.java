/** Starts the tensor engine, once, and computes gradients with it. */
@NullMarked
package org.deepcausalmmm.core.engine;

import org.jspecify.annotations.NullMarked;
