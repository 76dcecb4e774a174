package org.deepcausalmmm.core.modelfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.error.PluginCode;
import org.deepcausalmmm.core.fit.EffectivenessPath;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.DataConfig;

/** The reader of model files; a model is read exactly as it was written, or refused. */
public final class ModelReader {
  private static final Set<String> ENTRIES =
      Set.of(ModelArchive.MANIFEST, ModelArchive.CONFIG, ModelArchive.LEARNED, ModelArchive.PANEL);

  private final Fitter fitter;

  /** Creates a reader of models whose components a fitter can create. */
  public ModelReader(Fitter fitter) {
    this.fitter = fitter;
  }

  /**
   * Reads a model from a file.
   *
   * @throws MmmException with code MMM-DATA-401 to 409 if the file cannot be trusted or read, and
   *     MMM-PLUGIN-401 to 403 if its components are not there as they were
   */
  public FittedModel read(Path file) {
    Map<String, byte[]> entries = ModelArchive.read(file);
    Json manifest = manifest(file, entries);
    requireFormat(file, manifest);
    requireEntries(file, entries, manifest);
    Tensors arrays = tensors(ModelArchive.PANEL, entries);
    Panel panel = PanelCodec.read(manifest.object("panel"), arrays);
    arrays.refuseRest();
    if (!DataFingerprint.of(panel).equals(manifest.text("dataFingerprint"))) {
      throw ModelFileCode.OTHER_DATA.error(
          "The data in %s differ from those that its model was fitted to.".formatted(file));
    }
    Configuration configuration =
        new ComponentCheck(fitter.components().components())
            .check(
                configuration(file, entries),
                panel.channelNames(),
                ManifestReader.components(manifest));
    JsonNode parameters =
        Manifest.parameters(fitter.mediaModel(configuration.model(), panel).layout());
    if (!parameters.equals(manifest.node().path("parameters"))) {
      throw PluginCode.CHANGED_COMPONENT.error(
          "The parameters of the model in %s differ from those that its components declare."
              .formatted(file),
          ComponentCheck.OTHER_VERSION);
    }
    Tensors learned = tensors(ModelArchive.LEARNED, entries);
    FittedModel model = model(manifest, panel, configuration, learned, size(parameters));
    learned.refuseRest();
    return model;
  }

  static Json manifest(Path file, Map<String, byte[]> entries) {
    byte[] text = entries.get(ModelArchive.MANIFEST);
    if (text == null) {
      throw ModelFileCode.WRONG_ENTRY.error(
          "%s has no entry '%s'.".formatted(file, ModelArchive.MANIFEST));
    }
    try {
      return new Json("manifest", Manifest.JSON.readTree(new String(text, StandardCharsets.UTF_8)));
    } catch (JsonProcessingException e) {
      throw ModelFileCode.DAMAGED.error(
          "%s is damaged: its manifest is not JSON.".formatted(file), e);
    }
  }

  private static void requireFormat(Path file, Json manifest) {
    int format = manifest.count("format");
    if (format > Manifest.FORMAT) {
      throw ModelFileCode.NEWER_FORMAT.error(
          "%s has format %d, written by version %s; this version reads format %d."
              .formatted(file, format, manifest.text("library"), Manifest.FORMAT));
    }
    if (format < 1) {
      throw ModelFileCode.DAMAGED.error("%s is damaged: its format is 0.".formatted(file));
    }
  }

  private static void requireEntries(Path file, Map<String, byte[]> entries, Json manifest) {
    Set<String> unknown = new TreeSet<>(entries.keySet());
    unknown.removeAll(ENTRIES);
    Set<String> missing = new TreeSet<>(ENTRIES);
    missing.removeAll(entries.keySet());
    if (!unknown.isEmpty() || !missing.isEmpty()) {
      throw ModelFileCode.WRONG_ENTRY.error(
          unknown.isEmpty()
              ? "%s has no entry '%s'.".formatted(file, missing.iterator().next())
              : "%s has an unknown entry '%s'.".formatted(file, unknown.iterator().next()));
    }
    Json digests = manifest.object("sha256");
    entries.forEach(
        (name, content) -> {
          if (!name.equals(ModelArchive.MANIFEST)
              && !DataFingerprint.of(content).equals(digests.text(name))) {
            throw ModelFileCode.DAMAGED.error(
                "%s is damaged: the digest of '%s' does not match.".formatted(file, name));
          }
        });
  }

  static Tensors tensors(String name, Map<String, byte[]> entries) {
    return new Tensors(name, Safetensors.read(name, entries.getOrDefault(name, new byte[0])));
  }

  static Configuration configuration(Path file, Map<String, byte[]> entries) {
    String yaml =
        new String(entries.getOrDefault(ModelArchive.CONFIG, new byte[0]), StandardCharsets.UTF_8);
    ConfigurationDraft draft =
        new ConfigurationReader().read(file + ", " + ModelArchive.CONFIG, yaml);
    DataConfig data = draft.data();
    if (data == null) {
      throw ModelFileCode.DAMAGED.error(
          "%s is damaged: its configuration has no section 'data'.".formatted(file));
    }
    return draft.complete(data);
  }

  private static int size(JsonNode parameters) {
    int size = 0;
    for (JsonNode block : parameters) {
      size += block.path("size").intValue();
    }
    return size;
  }

  private static FittedModel model(
      Json manifest, Panel panel, Configuration configuration, Tensors learned, int parameters) {
    int trainWeeks = manifest.count("trainWeeks");
    if (trainWeeks < 1 || trainWeeks > panel.weekCount()) {
      throw ModelFileCode.WRONG_SHAPE.error(
          "The model file claims %d training weeks of %d weeks."
              .formatted(trainWeeks, panel.weekCount()));
    }
    int regions = panel.regionCount();
    return new FittedModel(
        configuration,
        new FittedModel.FittedData(
            panel, ManifestReader.dataReport(manifest.object("dataReport")), trainWeeks),
        new FittedModel.FittedStructure(
            ManifestReader.equations(
                manifest, learned.vector(LearnedCodec.OWN_EFFECT, panel.channelCount())),
            ManifestReader.edges(manifest)),
        new FittedModel.FittedParameters(
            ManifestReader.earlier(manifest),
            learned.vector(LearnedCodec.THETA, parameters),
            learned.rows(LearnedCodec.DRAWS, manifest.count("draws"), parameters)),
        new FittedModel.FittedBaseline(
            ManifestReader.form(manifest, trainWeeks),
            ManifestReader.variances(manifest.object("variances")),
            learned.vector(LearnedCodec.BASELINE_SCALE, regions)),
        new FittedModel.FittedNoise(
            learned.rows(LearnedCodec.PRECISION, regions, trainWeeks),
            learned.vector(LearnedCodec.NOISE_SCALE, regions)),
        effectiveness(panel, learned),
        ManifestReader.training(manifest.object("training")));
  }

  private static EffectivenessPath effectiveness(Panel panel, Tensors learned) {
    int weeks = panel.weekCount();
    int channels = panel.channelCount();
    double[][] multiplier = learned.rows(LearnedCodec.EFFECTIVENESS, weeks, channels);
    return new EffectivenessPath(
        multiplier,
        learned.has(LearnedCodec.EFFECTIVENESS_SD)
            ? learned.rows(LearnedCodec.EFFECTIVENESS_SD, weeks, channels)
            : new double[weeks][channels],
        learned.has(LearnedCodec.EFFECTIVENESS_LATER)
            ? learned.vector(LearnedCodec.EFFECTIVENESS_LATER, channels)
            : multiplier[weeks - 1]);
  }
}
