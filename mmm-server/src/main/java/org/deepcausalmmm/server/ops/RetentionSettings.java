package org.deepcausalmmm.server.ops;

import java.time.Duration;
import java.util.Optional;

/**
 * What is kept for how long.
 *
 * @param keep the age beyond which results and jobs are deleted; empty to keep them
 */
public record RetentionSettings(Optional<Duration> keep) {
  /** Keeps everything that nobody deletes. */
  public static final RetentionSettings EVERYTHING = new RetentionSettings(Optional.empty());
}
