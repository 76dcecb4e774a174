package org.deepcausalmmm.cli.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.cli.engine.FitProtocol;

/**
 * The protocol of a batch's jobs: the worker reads the data and publishes the run directory itself,
 * so both must lie where it can reach them.
 */
public final class RunProtocol implements FitProtocol<PlannedJob, Path> {
  @Override
  public String name(PlannedJob request) {
    return request.job().name();
  }

  @Override
  public List<String> prepare(PlannedJob request, Path directory) {
    List<String> arguments = new ArrayList<>(List.of("fit", request.job().dataArgument()));
    arguments.addAll(request.job().options());
    arguments.addAll(List.of("--out", request.out(), "--force", "--job-digest", request.digest()));
    return arguments;
  }

  @Override
  public List<String> results() {
    return List.of();
  }

  @Override
  public Path read(PlannedJob request, Path directory) {
    return request.run();
  }
}
