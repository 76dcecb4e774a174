package org.deepcausalmmm.core.modelfile;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepcausalmmm.core.config.ConfigurationWriter;
import org.deepcausalmmm.core.data.Panel;
import org.deepcausalmmm.core.fit.FittedModel;

/** Writes a fitted model: an archive of its configuration, its data and what was learned. */
public final class ModelWriter {
  private static final int FORMAT = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private ModelWriter() {}

  /** Writes a model to a file that does not exist yet. */
  public static void write(FittedModel model, Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("manifest.json"));
      JSON.writeValue(zip, manifest(model));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("config.yaml"));
      zip.write(
          new ConfigurationWriter().write(model.configuration()).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("learned.json"));
      JSON.writeValue(zip, learned(model));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("panel.json"));
      JSON.writeValue(zip, panel(model.panel()));
      zip.closeEntry();
    }
  }

  private static ObjectNode manifest(FittedModel model) {
    return JSON.createObjectNode()
        .put("format", FORMAT)
        .put("trainWeeks", model.trainWeeks())
        .put("java", System.getProperty("java.version"));
  }

  private static ObjectNode panel(Panel panel) {
    ObjectNode node = JSON.createObjectNode();
    node.put("firstWeek", panel.weeks().label(0));
    node.put("weeks", panel.weekCount());
    node.put("kpi", panel.kpi());
    node.set("regions", JSON.valueToTree(panel.regions()));
    node.set("outcome", JSON.valueToTree(panel.outcome()));
    node.set("channels", JSON.valueToTree(panel.channels()));
    node.set("controls", JSON.valueToTree(panel.controls()));
    node.set("revenuePerKpi", JSON.valueToTree(panel.revenuePerKpi()));
    node.set("population", JSON.valueToTree(panel.population()));
    return node;
  }

  private static ObjectNode learned(FittedModel model) {
    ObjectNode node = JSON.createObjectNode();
    node.set("theta", JSON.valueToTree(model.theta()));
    node.set("draws", JSON.valueToTree(model.draws()));
    node.set("equations", JSON.valueToTree(model.equations()));
    node.set("variances", JSON.valueToTree(model.variances()));
    node.set("baselineScale", JSON.valueToTree(model.baselineScale()));
    node.set("precision", JSON.valueToTree(model.precision()));
    node.set("noiseScale", JSON.valueToTree(model.noiseScale()));
    node.set("effectiveness", JSON.valueToTree(model.effectiveness()));
    node.set("losses", JSON.valueToTree(model.record().losses()));
    return node;
  }
}
