package org.deepcausalmmm.core.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.deepcausalmmm.core.config.Configuration;
import org.deepcausalmmm.core.config.ConfigurationWriter;
import org.deepcausalmmm.core.config.DataConfig;
import org.deepcausalmmm.core.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.core.config.FitConfig;
import org.deepcausalmmm.core.config.ModelConfig;
import org.deepcausalmmm.core.data.Panel;

/** Writes a world as an analyst would receive it, with the truth beside it. */
public final class WorldFiles {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private WorldFiles() {}

  /**
   * Writes data.csv, config.yaml and truth.json.
   *
   * @param directory exists
   */
  public static void write(World world, Path directory) throws IOException {
    writeData(world.panel(), directory.resolve("data.csv"));
    Configuration configuration =
        new Configuration(roles(world.panel()), ModelConfig.defaults(), FitConfig.defaults());
    Files.writeString(
        directory.resolve("config.yaml"), new ConfigurationWriter().write(configuration));
    JSON.writeValue(directory.resolve("truth.json").toFile(), truth(world));
  }

  private static DataConfig roles(Panel panel) {
    return new DataConfig(
        "geo",
        "week",
        panel.kpi(),
        null,
        null,
        panel.channelNames().stream()
            .map(name -> new ChannelColumns(name, name + "_spend", name + "_impressions"))
            .toList(),
        List.of(),
        panel.controls().stream().map(Panel.Control::name).toList());
  }

  private static void writeData(Panel panel, Path file) throws IOException {
    List<String> header = new ArrayList<>(List.of("geo", "week", panel.kpi()));
    for (String name : panel.channelNames()) {
      header.add(name + "_spend");
      header.add(name + "_impressions");
    }
    panel.controls().forEach(control -> header.add(control.name()));
    try (CSVPrinter printer =
        new CSVPrinter(
            Files.newBufferedWriter(file),
            CSVFormat.DEFAULT
                .builder()
                .setRecordSeparator('\n')
                .setHeader(header.toArray(String[]::new))
                .get())) {
      for (int r = 0; r < panel.regionCount(); r++) {
        for (int t = 0; t < panel.weekCount(); t++) {
          if (panel.observed(r, t)) {
            printer.printRecord(row(panel, r, t));
          }
        }
      }
    }
  }

  private static List<Object> row(Panel panel, int r, int t) {
    List<Object> row = new ArrayList<>();
    row.add(panel.regions().get(r));
    row.add(panel.weeks().label(t));
    row.add(panel.outcome()[r][t]);
    for (Panel.Channel channel : panel.channels()) {
      double[][] spend = channel.spend();
      row.add(spend == null ? 0 : spend[r][t]);
      row.add(channel.exposure()[r][t]);
    }
    panel.controls().forEach(control -> row.add(control.value()[r][t]));
    return row;
  }

  private static ObjectNode truth(World world) {
    ObjectNode root = JSON.createObjectNode();
    root.put("seed", world.truth().seed());
    root.put("outcomeTotal", world.truth().outcomeTotal());
    root.set("channels", JSON.valueToTree(world.panel().channelNames()));
    ObjectNode channels = root.putObject("channel");
    for (World.TrueChannel channel : world.truth().channels()) {
      ObjectNode node = channels.putObject(channel.name());
      node.put("spend", channel.spend());
      node.put("contribution", channel.contribution());
      node.put("direct", channel.direct());
      node.put("roi", channel.roi());
      ObjectNode curve = node.putObject("curve");
      for (int i = 0; i < World.MULTIPLIERS.size(); i++) {
        curve.put(World.MULTIPLIERS.get(i).toString(), channel.curve()[i]);
      }
      node.set("effectiveness", JSON.valueToTree(channel.effectiveness()));
    }
    var edges = root.putArray("edges");
    for (TrueEdge edge : world.truth().edges()) {
      edges
          .addObject()
          .put("from", world.panel().channelNames().get(edge.from()))
          .put("to", world.panel().channelNames().get(edge.to()))
          .put("weight", edge.weight());
    }
    return root;
  }
}
