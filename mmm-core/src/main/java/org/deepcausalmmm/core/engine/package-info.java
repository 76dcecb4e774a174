/** The tensor engine, started once, and its gradients. */
@NullMarked
package org.deepcausalmmm.core.engine;

import org.jspecify.annotations.NullMarked;
