package org.deepcausalmmm.optimizer;

import java.util.OptionalDouble;
import org.deepcausalmmm.optimizer.result.OptimizationResult;

/**
 * The answer to a mode.
 *
 * @param mode what was asked
 * @param budget the money that the answer takes
 * @param result the plan at that budget
 * @param provenBudget where the least budget is asked: proven not to suffice; empty otherwise or if
 *     nothing is proven
 */
public record ModeResult(
    Mode mode, double budget, OptimizationResult result, OptionalDouble provenBudget) {}
