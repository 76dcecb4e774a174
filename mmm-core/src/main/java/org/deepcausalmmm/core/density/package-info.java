/** The posterior density of the media parameters and the baseline in plain Java. */
@NullMarked
package org.deepcausalmmm.core.density;

import org.jspecify.annotations.NullMarked;
