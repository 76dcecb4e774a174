package org.deepcausalmmm.core.modelfile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ConfigurationWriter;

/**
 * The file by which a fit is asked of another process: panel, data report and configuration, in the
 * archive of a model file without what was learned.
 */
public final class FitRequestFile {
  private FitRequestFile() {}

  /** Writes a request to a file, which is replaced if it exists. */
  public static void write(PanelFit request, Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        ModelArchive.CONFIG,
        new ConfigurationWriter().write(request.configuration()).getBytes(StandardCharsets.UTF_8));
    entries.put(ModelArchive.PANEL, ModelWriter.bytes(PanelCodec.arrays(request.panel())));
    ObjectNode manifest = Manifest.JSON.createObjectNode();
    manifest.put("dataFingerprint", DataFingerprint.of(request.panel()));
    manifest.set("panel", PanelCodec.describe(request.panel()));
    manifest.set("dataReport", Manifest.dataReport(request.report()));
    ModelWriter.write(manifest, entries, file);
  }

  /**
   * Reads a request.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-DATA-401 to 409 if the file cannot be
   *     trusted or read
   */
  public static PanelFit read(Path file) {
    Map<String, byte[]> entries = ModelArchive.read(file);
    Json manifest = ModelReader.manifest(file, entries);
    Tensors arrays = ModelReader.tensors(ModelArchive.PANEL, entries);
    Panel panel = PanelCodec.read(manifest.object("panel"), arrays);
    arrays.refuseRest();
    if (!DataFingerprint.of(panel).equals(manifest.text("dataFingerprint"))) {
      throw ModelFileCode.DAMAGED.error("%s is damaged: its panel changed.".formatted(file));
    }
    return new PanelFit(
        panel,
        ManifestReader.dataReport(manifest.object("dataReport")),
        ModelReader.configuration(file, entries));
  }
}
