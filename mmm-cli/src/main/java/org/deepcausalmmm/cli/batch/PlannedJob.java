package org.deepcausalmmm.cli.batch;

import java.nio.file.Path;

/**
 * A job with the digest of all that its result depends on.
 *
 * @param run the place of its run directory, or of the copy of what the driver reads of it
 * @param out the path or address to which the run is published
 */
public record PlannedJob(BatchJob job, String digest, Path run, String out) {}
