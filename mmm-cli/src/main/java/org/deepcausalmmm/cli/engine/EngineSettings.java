package org.deepcausalmmm.cli.engine;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings of the engine that runs many fits.
 *
 * @param workers how many fits at a time
 * @param gibibytes the most memory of a worker
 * @param master the address of the cluster; empty for the one that its launcher names
 * @param plugins the directory of plugins; empty if there is none
 */
public record EngineSettings(
    int workers, double gibibytes, Optional<String> master, Optional<Path> plugins) {}
