/** Writes the report from the files of a run directory. */
@NullMarked
package org.deepcausalmmm.cli.report;

import org.jspecify.annotations.NullMarked;
