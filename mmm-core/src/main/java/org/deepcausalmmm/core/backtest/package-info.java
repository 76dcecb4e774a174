/** Backtests: fits at rolling origins, and forecasts of the weeks after each. */
@NullMarked
package org.deepcausalmmm.core.backtest;

import org.jspecify.annotations.NullMarked;
