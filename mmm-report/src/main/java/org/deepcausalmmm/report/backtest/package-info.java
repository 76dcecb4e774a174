/** The content of a backtest directory, read from its files. */
@NullMarked
package org.deepcausalmmm.report.backtest;

import org.jspecify.annotations.NullMarked;
