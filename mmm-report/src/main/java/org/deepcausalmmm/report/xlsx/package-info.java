/** The tables of a run as a workbook. */
@NullMarked
package org.deepcausalmmm.report.xlsx;

import org.jspecify.annotations.NullMarked;
