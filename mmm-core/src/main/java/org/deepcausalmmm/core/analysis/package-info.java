/** The results that users see, all from counterfactuals of the fitted model. */
@NullMarked
package org.deepcausalmmm.core.analysis;

import org.jspecify.annotations.NullMarked;
