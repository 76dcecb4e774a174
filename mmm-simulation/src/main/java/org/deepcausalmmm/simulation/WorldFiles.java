package org.deepcausalmmm.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ConfigurationWriter;
import org.deepcausalmmm.data.config.DataConfig;

/** The writer of a world as files: data.csv, config.yaml and truth.json. */
public final class WorldFiles {
  /** The name of the file of data. */
  public static final String DATA = "data.csv";

  /** The name of the file of configuration. */
  public static final String CONFIG = "config.yaml";

  /** The name of the file of the truth. */
  public static final String TRUTH = "truth.json";

  private WorldFiles() {}

  /**
   * Writes a world into a directory, which is made if need be; files of the same names are
   * replaced.
   *
   * @throws MmmException with code MMM-SYSTEM-080 if a file cannot be written
   */
  public static void write(World world, Path directory) {
    try {
      Files.createDirectories(directory);
      writeData(world, directory.resolve(DATA));
      Files.writeString(directory.resolve(CONFIG), yaml(world));
      String json =
          new ObjectMapper()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(TruthWriter.json(world.truth()));
      Files.writeString(directory.resolve(TRUTH), json + "\n");
    } catch (IOException e) {
      throw SimulationCode.WORLD_NOT_WRITTEN.error(
          "The world cannot be written to %s: %s".formatted(directory, e.getMessage()),
          "Give a directory that can be written to.",
          e);
    }
  }

  private static void writeData(World world, Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();
    try (Writer writer = Files.newBufferedWriter(file);
        CSVPrinter printer = new CSVPrinter(writer, format)) {
      printer.printRecord(header(world));
      for (int r = 0; r < world.panel().regionCount(); r++) {
        for (int t = 0; t < world.panel().weekCount(); t++) {
          if (world.present(r, t)) {
            printer.printRecord(row(world, r, t));
          }
        }
      }
    }
  }

  private static List<String> header(World world) {
    DataConfig config = world.dataConfig();
    List<String> header = new ArrayList<>();
    if (config.geo() != null) {
      header.add(config.geo());
    }
    header.add(config.time());
    header.add(config.outcome());
    if (config.population() != null) {
      header.add(config.population());
    }
    for (DataConfig.ChannelColumns channel : config.channels()) {
      if (channel.spend() != null) {
        header.add(channel.spend());
      }
      header.add(channel.exposure());
    }
    header.addAll(config.controls());
    return header;
  }

  private static List<String> row(World world, int region, int week) {
    Panel panel = world.panel();
    List<String> row = new ArrayList<>();
    if (world.regional()) {
      row.add(panel.regions().get(region));
    }
    row.add(panel.weeks().label(week));
    row.add(Decimals.text(panel.outcome()[region][week]));
    double[] population = panel.population();
    if (population != null) {
      row.add(Decimals.text(population[region]));
    }
    for (Panel.Channel channel : panel.channels()) {
      double[][] spend = channel.spend();
      if (spend != null) {
        row.add(Decimals.text(spend[region][week]));
      }
      row.add(Decimals.text(channel.exposure()[region][week]));
    }
    for (Panel.Control control : panel.controls()) {
      row.add(Decimals.text(control.value()[region][week]));
    }
    return row;
  }

  private static String yaml(World world) throws IOException {
    DataConfig config = world.dataConfig();
    Map<String, Object> data = new LinkedHashMap<>();
    if (config.geo() != null) {
      data.put("geo", config.geo());
    }
    data.put("time", config.time());
    data.put("outcome", config.outcome());
    if (config.population() != null) {
      data.put("population", config.population());
    }
    List<Map<String, String>> channels = new ArrayList<>();
    for (DataConfig.ChannelColumns columns : config.channels()) {
      Map<String, String> channel = new LinkedHashMap<>();
      channel.put("name", columns.name());
      if (columns.spend() != null) {
        channel.put("spend", columns.spend());
      }
      channel.put("exposure", World.exposureColumn(columns.name()));
      channels.add(channel);
    }
    data.put("channels", channels);
    data.put("controls", config.controls());
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("data", data);
    YAMLFactory factory =
        YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .build();
    String yaml = new ObjectMapper(factory).writeValueAsString(root);
    return world.experiments().isEmpty()
        ? yaml
        : yaml + new ConfigurationWriter().writeExperiments(world.experiments());
  }
}
