/** Writes the run directory: all that a fit leaves behind. */
@NullMarked
package org.deepcausalmmm.cli.run;

import org.jspecify.annotations.NullMarked;
