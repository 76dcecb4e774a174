package org.deepcausalmmm.core.health;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;

/**
 * A check of a fitted model that fits it again under a changed condition.
 *
 * @param request returns the fit under the changed condition; empty where the check does not apply
 * @param judge returns the verdict on the model that was requested, with its figure; empty where
 *     there is none
 */
record RefitCheck(
    Function<Refits, Optional<PanelFit>> request,
    BiFunction<Refits, FittedModel, Optional<HealthCheck>> judge) {}
