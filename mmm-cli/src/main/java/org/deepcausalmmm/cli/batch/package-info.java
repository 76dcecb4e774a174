/** Batches: a list of jobs, their runs in one directory, and what is known of each. */
@NullMarked
package org.deepcausalmmm.cli.batch;

import org.jspecify.annotations.NullMarked;
