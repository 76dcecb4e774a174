/** Posterior draws of the media parameters. */
@NullMarked
package org.deepcausalmmm.core.posterior;

import org.jspecify.annotations.NullMarked;
