/** The content of a run directory, read from its files. */
@NullMarked
package org.deepcausalmmm.report.run;

import org.jspecify.annotations.NullMarked;
