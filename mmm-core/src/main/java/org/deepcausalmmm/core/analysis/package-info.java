/** Computes what users see, all of it by counterfactuals of the fitted model. */
@NullMarked
package org.deepcausalmmm.core.analysis;

import org.jspecify.annotations.NullMarked;
