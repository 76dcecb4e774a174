/**
 * Optimises budgets: finds the best allowed plan, says how far from optimal it can be, and checks
 * it. {@link org.deepcausalmmm.optimizer.BudgetOptimizer} is the entry point.
 */
@NullMarked
package org.deepcausalmmm.optimizer;

import org.jspecify.annotations.NullMarked;
