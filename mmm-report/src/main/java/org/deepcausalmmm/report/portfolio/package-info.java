/** Batches as their pages show them. */
@NullMarked
package org.deepcausalmmm.report.portfolio;

import org.jspecify.annotations.NullMarked;
