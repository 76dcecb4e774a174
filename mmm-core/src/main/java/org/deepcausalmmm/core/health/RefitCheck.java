package org.deepcausalmmm.core.health;

import java.util.Optional;
import org.deepcausalmmm.core.analysis.HealthCheck;

/** A check of a fitted model that fits it again under changed conditions. */
@FunctionalInterface
interface RefitCheck {
  /** Returns the verdict with its figure; empty where the check does not apply. */
  Optional<HealthCheck> run(Refits refits);
}
