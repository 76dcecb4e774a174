package org.deepcausalmmm.spark;

import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.FitResult;
import org.deepcausalmmm.core.executor.InProcessExecutor;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.modelfile.DataFingerprint;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.simulation.Scenario;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;

/** Two quick fits of small worlds, and the digests of what they find in this process. */
final class SmallFits {
  static final Fitter FITTER = new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  /** The requests. */
  static final List<PanelFit> REQUESTS = Stream.of(11L, 12L).map(SmallFits::request).toList();

  /** The digests of estimate and draws, fitted in this process. */
  static final List<String> DIGESTS = digests(InProcessExecutor.of(FITTER));

  private SmallFits() {}

  private static PanelFit request(long seed) {
    World world =
        Simulator.simulate(
            Scenario.ADDITIVE.spec().toBuilder().regions(2).weeks(52).channels(2).edges(0).build(),
            seed);
    FitConfig fit = world.configuration().fit().withSeed(seed).withQuick(true).withThreads(1);
    return new PanelFit(
        world.panel(), new DataReport(104, 0, List.of()), world.configuration().withFit(fit));
  }

  /** Returns the digests of estimate and draws, fitted by an executor. */
  static List<String> digests(FitExecutor<PanelFit, FittedModel> executor) {
    return FitResult.values(executor.run(REQUESTS, FitMonitor.SILENT)).stream()
        .map(DataFingerprint::ofPosterior)
        .toList();
  }

  /** The command of a fit, whose first attempt ends its JVM in the middle of the fit. */
  static final class KilledOnce implements TaskBody {
    private static final long serialVersionUID = 1L;

    @Override
    public String run(List<String> arguments, OutputStream log, OutputStream progress) {
      return new CommandBody()
          .run(arguments, log, new Interruption(() -> Runtime.getRuntime().halt(137)));
    }
  }

  /** The command of a fit, whose first attempt throws in the middle of the fit. */
  static final class ThrownOnce implements TaskBody {
    private static final long serialVersionUID = 1L;

    @Override
    public String run(List<String> arguments, OutputStream log, OutputStream progress) {
      return new CommandBody()
          .run(
              arguments,
              log,
              new Interruption(
                  () -> {
                    throw new AssertionError("a task that throws once");
                  }));
    }
  }

  /** A stream of progress that interrupts the first attempt at its fourth line. */
  private static final class Interruption extends OutputStream {
    private final Runnable end;
    private final boolean first = TaskContext.get().attemptNumber() == 0;
    private int lines;

    Interruption(Runnable end) {
      this.end = end;
    }

    @Override
    public void write(int b) {
      lines += b == '\n' ? 1 : 0;
      if (first && lines > 3) {
        end.run();
      }
    }
  }
}
