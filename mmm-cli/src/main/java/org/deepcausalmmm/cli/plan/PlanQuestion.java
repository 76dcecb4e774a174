package org.deepcausalmmm.cli.plan;

import java.util.OptionalDouble;

/**
 * Is what was asked, as the user wrote it.
 *
 * @param run the run directory, seen from the plan's
 * @param outcome the name of the outcome's column
 */
public record PlanQuestion(
    String run, String outcome, String mode, OptionalDouble target, String risk) {}
