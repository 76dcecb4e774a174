/** Losses: how a residual is scored. */
@NullMarked
package org.deepcausalmmm.core.loss;

import org.jspecify.annotations.NullMarked;
