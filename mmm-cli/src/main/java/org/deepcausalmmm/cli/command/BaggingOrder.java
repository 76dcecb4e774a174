package org.deepcausalmmm.cli.command;

import java.util.function.Function;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;

/**
 * The wish for bagged posteriors.
 *
 * @param bags number of halves of the data, even
 * @param executor creates the executor that fits them
 */
public record BaggingOrder(
    int bags, Function<Fitter, FitExecutor<PanelFit, FittedModel>> executor) {}
