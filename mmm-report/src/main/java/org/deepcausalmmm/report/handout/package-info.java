/** The files for a meeting that are made from a run directory on demand. */
@NullMarked
package org.deepcausalmmm.report.handout;

import org.jspecify.annotations.NullMarked;
