/** The printed report. */
@NullMarked
package org.deepcausalmmm.report.pdf;

import org.jspecify.annotations.NullMarked;
