package org.deepcausalmmm.report.handout;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** A file made from a run directory; implementations are found by {@link ServiceLoader}. */
public interface HandOut {

  /** Returns the name of the option that asks for it, without dashes: pdf, xlsx or pptx. */
  String option();

  /** Returns the name of the file in the run directory. */
  String fileName();

  /**
   * Writes the file.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-091 if the run cannot be read
   */
  void write(Path run, OutputStream out) throws IOException;

  /** Returns the hand-outs on the class path. */
  static List<HandOut> all() {
    return ServiceLoader.load(HandOut.class, HandOut.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
