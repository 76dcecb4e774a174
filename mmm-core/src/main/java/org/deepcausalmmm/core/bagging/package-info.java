/** Intervals that allow for a model that is wrong: refits to halves of the data. */
@NullMarked
package org.deepcausalmmm.core.bagging;

import org.jspecify.annotations.NullMarked;
