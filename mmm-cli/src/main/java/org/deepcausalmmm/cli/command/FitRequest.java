package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.deepcausalmmm.cli.storage.LocalCopies;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;

/**
 * The data and the configuration of a fit.
 *
 * @param data the CSV file
 * @param config the YAML file; empty if the roles shall be detected
 * @param overrides what the command line sets over the configuration
 * @param refresh the run whose model shall be continued, with its configuration; empty to fit
 *     afresh
 * @param bagging the refits that widen intervals; empty if none are asked for
 * @param executor creates what fits elsewhere; empty to fit in this process
 */
public record FitRequest(
    Path data,
    Optional<Path> config,
    FitOverrides overrides,
    Optional<Path> refresh,
    Optional<BaggingOrder> bagging,
    Optional<Function<Fitter, FitExecutor<PanelFit, FittedModel>>> executor) {

  /** Requests a fresh fit. */
  public FitRequest(Path data, Optional<Path> config, FitOverrides overrides) {
    this(data, config, overrides, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Returns the request with copies of what lies on shared storage. */
  FitRequest withInputs(LocalCopies copies) {
    return new FitRequest(
        copies.input(data), config.map(copies::input), overrides, refresh, bagging, executor);
  }

  /** Returns the files and directories that the fit reads. */
  Path[] inputs() {
    return Stream.of(Optional.of(data), config, refresh)
        .flatMap(Optional::stream)
        .toArray(Path[]::new);
  }
}
