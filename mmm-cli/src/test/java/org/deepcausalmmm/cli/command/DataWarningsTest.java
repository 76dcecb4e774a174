package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport;
import org.junit.jupiter.api.Test;

class DataWarningsTest {

  @Test
  void printsEveryFindingOnceWarningsFirstAndNoRoles() {
    DataReport report =
        new DataReport(
            9,
            0,
            List.of(
                DataCode.FILE_NOTE.note("Read so.", "Fine."),
                DataCode.ROLES_DETECTED.note("The roles.", "Check."),
                DataCode.MARKETING_OUTLIERS.warning("Channel 'tv' is far.", "Correct it.")));

    assertThat(DataWarnings.of(report))
        .containsExactly(
            "Warning MMM-DATA-061: Channel 'tv' is far. Correct it.",
            "Note MMM-DATA-040: Read so. Fine.");
  }
}
