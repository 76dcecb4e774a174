package org.deepcausalmmm.cli.plan;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.report.run.RunVerdict;

/**
 * The question that a plan answers, as the user asked it.
 *
 * @param run the run directory, seen from the plan's
 * @param health the verdict of the run's health checks, where it has any
 * @param notRaised channels that the plan may not raise beyond their present spend, because their
 *     evidence is confounded
 * @param outcome the name of the outcome's column
 * @param period of the planned rows
 */
public record PlanQuestion(
    String run,
    String outcome,
    String mode,
    OptionalDouble target,
    String risk,
    Optional<RunVerdict> health,
    SortedSet<String> notRaised,
    Period period) {}
