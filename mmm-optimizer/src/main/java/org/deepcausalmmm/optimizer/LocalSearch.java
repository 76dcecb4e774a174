package org.deepcausalmmm.optimizer;

import java.util.List;
import java.util.function.Function;

/**
 * The effort spent on a local optimum.
 *
 * @param furtherStarts makes plans to start from out of the best plan of the surrogate
 * @param mostSteps steps from each start
 */
public record LocalSearch(Function<double[], List<double[]>> furtherStarts, int mostSteps) {}
