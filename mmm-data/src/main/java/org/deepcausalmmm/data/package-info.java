/** The panel that is fitted, and the report of its data. */
@NullMarked
package org.deepcausalmmm.data;

import org.jspecify.annotations.NullMarked;
