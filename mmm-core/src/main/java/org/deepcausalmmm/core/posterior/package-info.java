/** Draws from the posterior of the media parameters and of the baseline. */
@NullMarked
package org.deepcausalmmm.core.posterior;

import org.jspecify.annotations.NullMarked;
