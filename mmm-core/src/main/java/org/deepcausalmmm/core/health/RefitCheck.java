package org.deepcausalmmm.core.health;

import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;

/** Judges a fitted model by what becomes of its figures when it is fitted again. */
@FunctionalInterface
interface RefitCheck {
  /** Gives the verdict with its figure; empty where the question does not arise. */
  Optional<HealthCheck> run(Refits refits);
}
