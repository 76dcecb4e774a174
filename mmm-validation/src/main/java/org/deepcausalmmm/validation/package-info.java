/** Measures how well what is true of a world is recovered by a fit of its data. */
@NullMarked
package org.deepcausalmmm.validation;

import org.jspecify.annotations.NullMarked;
