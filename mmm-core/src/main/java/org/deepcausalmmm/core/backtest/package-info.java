/** Tries a model on the past: fits at several origins, and forecasts the weeks behind each. */
@NullMarked
package org.deepcausalmmm.core.backtest;

import org.jspecify.annotations.NullMarked;
