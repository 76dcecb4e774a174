package org.deepcausalmmm.core.modelfile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.data.config.ConfigurationWriter;

/**
 * The writer of model files: an archive of a manifest, the configuration, and the arrays of the
 * data and of the learned parameters as safetensors.
 */
public final class ModelWriter {
  private final Fitter fitter;

  /** Creates a writer of models of a fitter. */
  public ModelWriter(Fitter fitter) {
    this.fitter = fitter;
  }

  /** Writes a model to a file, which is replaced if it exists. */
  public void write(FittedModel model, Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(
        ModelArchive.CONFIG,
        new ConfigurationWriter().write(model.configuration()).getBytes(StandardCharsets.UTF_8));
    entries.put(ModelArchive.LEARNED, bytes(LearnedCodec.arrays(model)));
    entries.put(ModelArchive.PANEL, bytes(PanelCodec.arrays(model.panel())));
    Map<String, String> digests = new LinkedHashMap<>();
    entries.forEach((name, content) -> digests.put(name, DataFingerprint.of(content)));
    write(
        Manifest.of(
            model, fitter.components().components(), fitter.mediaModel(model).layout(), digests),
        entries,
        file);
  }

  /** Writes an archive. */
  static void write(ObjectNode manifest, Map<String, byte[]> entries, Path file)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      add(zip, ModelArchive.MANIFEST, manifest.toPrettyString().getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        // Noisy numbers hardly compress, and an uncompressed entry cannot be a decompression bomb.
        boolean arrays = entry.getKey().endsWith(".safetensors");
        zip.setLevel(arrays ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
        add(zip, entry.getKey(), entry.getValue());
      }
    }
  }

  static byte[] bytes(Map<String, Tensor> arrays) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(arrays, out);
    return out.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0); // the same model gives the same file
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
