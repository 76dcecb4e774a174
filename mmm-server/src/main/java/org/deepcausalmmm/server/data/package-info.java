/** Data sets: uploads within bounds, what they hold, and the roles of their columns. */
@NullMarked
package org.deepcausalmmm.server.data;

import org.jspecify.annotations.NullMarked;
