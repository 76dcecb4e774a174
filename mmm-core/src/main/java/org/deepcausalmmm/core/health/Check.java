package org.deepcausalmmm.core.health;

import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;

/** Judges one side of a fitted model by what its own numbers say. */
@FunctionalInterface
interface Check {
  /** Gives the verdict with its figure; empty where the question does not arise. */
  Optional<HealthCheck> run(Evidence evidence);
}
