package org.deepcausalmmm.core.health;

import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;

/** A check of a fitted model that needs no further fit. */
@FunctionalInterface
interface Check {
  /** Returns the verdict with its figure; empty where the check does not apply. */
  Optional<HealthCheck> run(Evidence evidence);
}
