package org.deepcausalmmm.cli.batch;

import java.nio.file.Path;

/**
 * A job with the digest of all that its result depends on.
 *
 * @param run the place of its run directory
 */
public record PlannedJob(BatchJob job, String digest, Path run) {}
