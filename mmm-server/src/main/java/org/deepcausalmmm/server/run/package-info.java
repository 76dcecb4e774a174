/** Writes the run directory: all that a fit leaves behind. */
@NullMarked
package org.deepcausalmmm.server.run;

import org.jspecify.annotations.NullMarked;
