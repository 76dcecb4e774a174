package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.core.bagging.BaggedChannel;

/** The writer of the channels under bagged posteriors. */
final class BaggedTable {
  private BaggedTable() {}

  static void write(List<BaggedChannel> channels, Path file) throws IOException {
    String[] header =
        CsvTable.join(
            CsvTable.join(new String[] {"channel"}, CsvTable.bounded("contribution", "roi")),
            "log_sd",
            "log_sd_between",
            "log_sd_regions",
            "log_sd_quarters",
            "mismatch");
    try (CsvTable table = CsvTable.create(file, header)) {
      for (BaggedChannel channel : channels) {
        table
            .text(channel.channel())
            .interval(channel.contribution())
            .interval(channel.roi())
            .number(channel.within())
            .number(channel.between())
            .number(channel.byRegions())
            .number(channel.byQuarters())
            .number(channel.mismatch())
            .end();
      }
    }
  }
}
