/** The content of a plan directory, read from its files. */
@NullMarked
package org.deepcausalmmm.report.plan;

import org.jspecify.annotations.NullMarked;
