/** Priors: what is believed beforehand of quantities that a marketer knows. */
@NullMarked
package org.deepcausalmmm.core.prior;

import org.jspecify.annotations.NullMarked;
