/** Plans of future weeks: what they hold, how they are read, and the outcome to expect of them. */
@NullMarked
package org.deepcausalmmm.core.planning;

import org.jspecify.annotations.NullMarked;
