/** Plans of future weeks: their contents, their reader, and their expected outcome. */
@NullMarked
package org.deepcausalmmm.core.planning;

import org.jspecify.annotations.NullMarked;
