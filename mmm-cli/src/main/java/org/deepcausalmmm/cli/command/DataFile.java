package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import org.deepcausalmmm.core.fit.FitCheck;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.PriorPairs;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataReport.Severity;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TableReader;

/**
 * A data file, read and checked under its configuration.
 *
 * @param configuration with the roles of the columns, given or detected
 */
record DataFile(CheckedPanel data, Configuration configuration) {

  /** Reads a file whose roles are known. */
  static DataFile read(Path file, Configuration configuration) {
    Table table = new TableReader(configuration.data().preparation().reading()).read(file);
    return new DataFile(
        new PanelReader().read(table, configuration.data(), configuration.fit().holdout()),
        configuration);
  }

  /**
   * Reads a file; roles that the configuration does not give are detected and noted. If the data
   * can be fitted, what a fit would refuse in the configuration is refused here.
   *
   * @param creator knows the components that the configuration may choose
   */
  static DataFile read(
      Path file,
      Optional<Path> config,
      FitOverrides overrides,
      ComponentCreator creator,
      RunListener listener) {
    DataSource source = DataSource.read(file, config, overrides, creator, listener);
    Configuration configuration = source.configuration();
    CheckedPanel data =
        new PanelReader()
            .read(source.data().tidy(), configuration.fit().holdout())
            .withFindings(source.data().roleFindings());
    if (data.report().findings().stream().noneMatch(f -> f.severity() == Severity.ERROR)) {
      new FitCheck(new Fitter(creator)).check(source.draft(), configuration, data.panel());
      PriorPairs.notes(configuration.model().priors()).forEach(listener::note);
    }
    return new DataFile(data, configuration);
  }
}
