/** Writes and compares plans for the money of a run. */
@NullMarked
package org.deepcausalmmm.cli.plan;

import org.jspecify.annotations.NullMarked;
