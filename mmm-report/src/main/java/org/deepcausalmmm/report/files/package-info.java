/** The names and the readers of the files in run, plan and backtest directories. */
@NullMarked
package org.deepcausalmmm.report.files;

import org.jspecify.annotations.NullMarked;
