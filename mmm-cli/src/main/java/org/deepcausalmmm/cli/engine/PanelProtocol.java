package org.deepcausalmmm.cli.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.modelfile.FitRequestFile;
import org.deepcausalmmm.core.modelfile.ModelReader;

/** The protocol of fits to panels: a file of the request goes out, a model file comes back. */
public final class PanelProtocol implements FitProtocol<PanelFit, FittedModel> {
  /** The hidden command of such a fit. */
  public static final String COMMAND = "fit-request";

  private static final String REQUEST = "request.fit";
  private static final String MODEL = "model.mmm";

  private final ModelReader reader;

  /** Creates the protocol for models of a fitter. */
  public PanelProtocol(Fitter fitter) {
    reader = new ModelReader(fitter);
  }

  @Override
  public String name(PanelFit request) {
    return "fit of " + request.panel().kpi();
  }

  @Override
  public List<String> prepare(PanelFit request, Path directory) throws IOException {
    FitRequestFile.write(request, directory.resolve(REQUEST));
    return List.of(COMMAND, DIRECTORY + "/" + REQUEST, "--out", DIRECTORY + "/" + MODEL);
  }

  @Override
  public List<String> results() {
    return List.of(MODEL);
  }

  @Override
  public FittedModel read(PanelFit request, Path directory) {
    return reader.read(directory.resolve(MODEL));
  }
}
