package org.deepcausalmmm.core.modelfile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.model.ParameterLayout;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.core.plugin.HostPlatform;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.estimate.EdgeEstimate;

/** The manifest of a model file: all but the configuration and the arrays. */
final class Manifest {
  /** The format; it rises when a file of this version cannot be read by the version before. */
  static final int FORMAT = 2;

  static final ObjectMapper JSON = new ObjectMapper();

  private Manifest() {}

  static ObjectNode of(
      FittedModel model, Components components, ParameterLayout layout, Map<String, String> files) {
    HostPlatform host = HostPlatform.current();
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT).put("library", host.version()).put("apiLevel", host.apiLevel());
    root.putObject("environment")
        .put("java", Runtime.version().toString())
        .put("os", System.getProperty("os.name"))
        .put("arch", System.getProperty("os.arch"));
    ObjectNode digests = root.putObject("sha256");
    files.forEach(digests::put);
    root.put("dataFingerprint", DataFingerprint.of(model.panel()));
    root.put("trainWeeks", model.trainWeeks());
    root.put("draws", model.draws().length);
    root.set("panel", PanelCodec.describe(model.panel()));
    root.set("components", components(model, components));
    root.set("parameters", parameters(layout));
    root.set("dataReport", dataReport(model.dataReport()));
    root.set("edges", JSON.valueToTree(model.equations().edges()));
    root.set("edgeEstimates", edges(model));
    root.put("earlierExposure", model.earlier().name());
    root.put("season", model.season().name());
    root.set("levelShifts", JSON.valueToTree(model.form().shifts()));
    root.putObject("variances")
        .put("walk", model.variances().walk())
        .put("state", model.variances().state())
        .put("correlation", model.variances().correlation())
        .put("noise", model.variances().noise());
    root.set("training", training(model.record()));
    return root;
  }

  private static ArrayNode components(FittedModel model, Components components) {
    ArrayNode list = JSON.createArrayNode();
    for (UsedComponent.Choice choice :
        UsedComponent.choices(model.configuration().model(), model.panel().channelNames())) {
      UsedComponent used = UsedComponent.of(choice, components);
      ObjectNode node = list.addObject();
      node.put("kind", used.kind().name()).put("id", used.id()).put("version", used.version());
      node.set("options", JSON.valueToTree(new java.util.TreeMap<>(used.options())));
      node.set("channels", JSON.valueToTree(used.channels()));
      node.put("plugin", used.plugin()).put("pluginVersion", used.pluginVersion());
    }
    return list;
  }

  /** Returns the parameters in their order, so that a changed declaration is detected. */
  static ArrayNode parameters(ParameterLayout layout) {
    ArrayNode list = JSON.createArrayNode();
    for (ParameterBlock block : layout.blocks()) {
      list.addObject()
          .put("kind", block.kind())
          .put("type", block.type())
          .put("name", block.spec().name())
          .put("size", block.size());
    }
    return list;
  }

  static ObjectNode dataReport(DataReport report) {
    ObjectNode node = JSON.createObjectNode();
    node.put("rows", report.rows()).put("missing", report.missing());
    node.set("findings", JSON.valueToTree(report.findings()));
    return node;
  }

  private static ArrayNode edges(FittedModel model) {
    ArrayNode list = JSON.createArrayNode();
    for (EdgeEstimate edge : model.edges()) {
      list.addObject()
          .put("from", edge.from())
          .put("to", edge.to())
          .put("weight", edge.weight().mean())
          .put("lower", edge.weight().lower())
          .put("upper", edge.weight().upper())
          .put("probability", edge.probability())
          .put("decay", edge.decay())
          .put("kind", edge.kind().name());
    }
    return list;
  }

  private static ObjectNode training(FittedModel.TrainingRecord record) {
    ObjectNode node = JSON.createObjectNode();
    node.set("losses", JSON.valueToTree(record.losses()));
    node.put("gradientNorm", record.gradientNorm()).put("seconds", record.seconds());
    putNumber(node, "lossParameter", record.lossParameter());
    node.put("chains", record.sampling().chains());
    putNumber(node, "acceptance", record.acceptance());
    putNumber(node, "energyFraction", record.sampling().energyFraction());
    putNumber(node, "elasticity", record.elasticity());
    node.set("rejectedLosses", JSON.valueToTree(record.rejectedLosses()));
    ArrayNode capture = node.putArray("capture");
    for (FittedModel.Capture channel : record.capture()) {
      ObjectNode entry =
          capture
              .addObject()
              .put("evidence", channel.evidence())
              .put("found", channel.exposure())
              .put("delivery", channel.delivery());
      if (channel.partner() != null) {
        entry
            .put("partner", channel.partner().channel())
            .put("correlation", channel.partner().correlation());
      }
    }
    return node;
  }

  private static void putNumber(ObjectNode node, String key, double value) {
    if (Double.isNaN(value)) {
      node.putNull(key);
    } else {
      node.put(key, value);
    }
  }
}
