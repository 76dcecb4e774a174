/** Writes the report from the files of a run directory. */
@NullMarked
package org.deepcausalmmm.server.report;

import org.jspecify.annotations.NullMarked;
