package org.deepcausalmmm.core.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepcausalmmm.api.ComponentFactory;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.core.plugin.DiscoveredComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalTest {
  @TempDir Path directory;
  private Path file = Path.of("");
  private Map<String, byte[]> entries = Map.of();

  @BeforeEach
  void write() throws IOException {
    file = directory.resolve("model.mmm");
    new ModelWriter(SmallModel.FITTER).write(SmallModel.fitted(), file);
    entries = new LinkedHashMap<>(ModelArchive.read(file));
  }

  private static MmmException refusal(Path file) {
    return refusal(file, SmallModel.FITTER);
  }

  private static MmmException refusal(Path file, Fitter fitter) {
    MmmException refused =
        catchThrowableOfType(MmmException.class, () -> new ModelReader(fitter).read(file));
    assertThat(refused).isNotNull();
    return refused;
  }

  private void rewrite() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }

  private void changeManifest(Consumer<ObjectNode> change) throws IOException {
    ObjectNode manifest = (ObjectNode) Manifest.JSON.readTree(entries.get(ModelArchive.MANIFEST));
    change.accept(manifest);
    entries.put(ModelArchive.MANIFEST, manifest.toString().getBytes(StandardCharsets.UTF_8));
    rewrite();
  }

  /** Changes arrays and makes the digest match, as somebody who means it would. */
  private void changeArrays(String name, Consumer<Map<String, Tensor>> change) throws IOException {
    Map<String, Tensor> arrays = new LinkedHashMap<>(Safetensors.read(name, entries.get(name)));
    change.accept(arrays);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(arrays, out);
    entries.put(name, out.toByteArray());
    String digest = DataFingerprint.of(out.toByteArray());
    changeManifest(m -> ((ObjectNode) m.get("sha256")).put(name, digest));
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThat(refusal(directory.resolve("none.mmm")).code()).isEqualTo("MMM-DATA-401");
  }

  @Test
  void refusesWhatIsNoArchive() throws IOException {
    Files.writeString(file, "week,sales\n1,2\n");
    assertThat(refusal(file).code()).isEqualTo("MMM-DATA-402");
  }

  @Test
  void refusesATruncatedFileWhereverItEnds() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 997) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(refusal(file).code()).isEqualTo("MMM-DATA-402");
    }
  }

  @Test
  void neverReadsAnotherModelFromACorruptedFile() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(1);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] broken = whole.clone();
      broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, broken);
      try {
        // Bytes that mean nothing, such as the time of an entry, may change.
        assertThat(new ModelReader(SmallModel.FITTER).read(file).theta())
            .isEqualTo(SmallModel.fitted().theta());
      } catch (MmmException e) {
        assertThat(e.code()).startsWith("MMM-DATA-40");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(280);
  }

  @Test
  void refusesANewerFormatBeforeLookingAtAnythingElse() throws IOException {
    entries.put("something-new.bin", new byte[3]);
    changeManifest(m -> m.put("format", 3).put("library", "9.9"));
    MmmException refused = refusal(file);
    assertThat(refused.code()).isEqualTo("MMM-DATA-403");
    assertThat(refused).hasMessageContaining("format 3").hasMessageContaining("9.9");
  }

  @Test
  void refusesABomb() throws IOException {
    entries.put(ModelArchive.LEARNED, new byte[200 << 20]);
    rewrite();
    assertThat(Files.size(file)).isLessThan(1 << 20);
    assertThat(refusal(file).code()).isEqualTo("MMM-DATA-404");
  }

  @Test
  void refusesThousandsOfEntries() throws IOException {
    for (int i = 0; i < 2000; i++) {
      entries.put("entry" + i, new byte[1]);
    }
    rewrite();
    assertThat(refusal(file).code()).isEqualTo("MMM-DATA-404");
  }

  @Test
  void refusesAnEntryThatLeavesTheDirectory() throws IOException {
    entries.put("../../etc/cron.d/job", new byte[1]);
    rewrite();
    assertThat(refusal(file).code()).isEqualTo("MMM-DATA-405");
  }

  @Test
  void refusesUnknownAndMissingEntries() throws IOException {
    entries.put("extra.txt", new byte[1]);
    rewrite();
    assertThat(refusal(file)).hasMessageContaining("unknown entry 'extra.txt'");
    entries.remove("extra.txt");
    entries.remove(ModelArchive.PANEL);
    rewrite();
    MmmException refused = refusal(file);
    assertThat(refused.code()).isEqualTo("MMM-DATA-406");
    assertThat(refused).hasMessageContaining("no entry 'panel.safetensors'");
  }

  @Test
  void refusesAnExchangedEntry() throws IOException {
    byte[] learned = entries.get(ModelArchive.LEARNED).clone();
    learned[learned.length - 1] ^= 1;
    entries.put(ModelArchive.LEARNED, learned);
    rewrite();
    assertThat(refusal(file)).hasMessageContaining("digest of 'learned.safetensors'");
  }

  @Test
  void refusesArraysOfAnotherShape() throws IOException {
    changeArrays(
        ModelArchive.LEARNED, arrays -> arrays.put("theta", Tensor.of(new double[] {1, 2, 3})));
    MmmException refused = refusal(file);
    assertThat(refused.code()).isEqualTo("MMM-DATA-407");
    assertThat(refused).hasMessageContaining("'theta'").hasMessageContaining("[3]");
  }

  @Test
  void refusesAShapeBeyondAllNumbers() throws IOException {
    String header =
        "{\"a\":{\"dtype\":\"F64\",\"shape\":[2147483647,2147483647,2147483647],"
            + "\"data_offsets\":[0,8]}}";
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(16 + text.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text).putDouble(1);
    MmmException refused =
        catchThrowableOfType(
            MmmException.class, () -> Safetensors.read("learned.safetensors", bytes.array()));
    assertThat(refused).hasMessageContaining("array 'a' is not where its header says");
  }

  @Test
  void refusesNotANumberWhereNoneMayStand() throws IOException {
    changeArrays(ModelArchive.LEARNED, arrays -> arrays.get("theta").values()[2] = Double.NaN);
    assertThat(refusal(file).code()).isEqualTo("MMM-DATA-408");
  }

  @Test
  void refusesArraysThatAreUnknownOrMissing() throws IOException {
    changeArrays(ModelArchive.LEARNED, a -> a.put("more", Tensor.of(new double[1])));
    assertThat(refusal(file)).hasMessageContaining("unknown arrays: more");
    changeArrays(
        ModelArchive.LEARNED,
        arrays -> {
          arrays.remove("more");
          arrays.remove("draws");
        });
    assertThat(refusal(file)).hasMessageContaining("no array 'draws'");
  }

  @Test
  void refusesDataThatTheModelWasNotFittedTo() throws IOException {
    changeArrays(ModelArchive.PANEL, arrays -> arrays.get("outcome").values()[0] += 1);
    assertThat(refusal(file).code()).isEqualTo("MMM-DATA-409");
  }

  @Test
  void refusesManifestsWithoutAKeyWhicheverItIs() throws IOException {
    byte[] whole = entries.get(ModelArchive.MANIFEST);
    for (String key :
        new String[] {
          "format",
          "sha256",
          "dataFingerprint",
          "trainWeeks",
          "draws",
          "panel",
          "components",
          "dataReport",
          "edges",
          "edgeEstimates",
          "variances",
          "training"
        }) {
      entries.put(ModelArchive.MANIFEST, whole);
      changeManifest(m -> m.remove(key));
      MmmException refused = refusal(file);
      assertThat(refused.code()).isEqualTo("MMM-DATA-402");
      assertThat(refused).hasMessageContaining(key);
    }
  }

  @Test
  void refusesAModelWhoseComponentIsMissing() {
    Fitter without = fitter(c -> !c.id().equals("student-t"));
    MmmException refused = refusal(file, without);
    assertThat(refused.code()).isEqualTo("MMM-PLUGIN-401");
    assertThat(refused).hasMessageContaining("loss component 'student-t' 1.0.0");
  }

  @Test
  void refusesAModelWhoseComponentHasAnotherVersion() throws IOException {
    changeManifest(m -> ((ObjectNode) m.get("components").get(0)).put("version", "0.0.7"));
    MmmException refused = refusal(file);
    assertThat(refused.code()).isEqualTo("MMM-PLUGIN-402");
    assertThat(refused).hasMessageContaining("0.0.7");
  }

  @Test
  void refusesAModelWhoseParametersWereDeclaredOtherwise() throws IOException {
    changeManifest(m -> ((ObjectNode) m.get("parameters").get(0)).put("name", "another"));
    assertThat(refusal(file).code()).isEqualTo("MMM-PLUGIN-402");
  }

  @Test
  void refusesOptionsThatAreNoLongerUnderstood() throws IOException {
    changeManifest(m -> ((ObjectNode) m.get("components").get(0).get("options")).put("gone", 1));
    MmmException refused = refusal(file);
    assertThat(refused.code()).isEqualTo("MMM-PLUGIN-403");
    assertThat(refused).hasMessageContaining("'gone'");
  }

  @Test
  void keepsTheOptionsOfTheFitWhenADefaultHasChangedSince() throws IOException {
    changeManifest(
        m ->
            m.get("components")
                .forEach(
                    c -> {
                      if (c.get("id").asText().equals("gru")) {
                        ((ObjectNode) c.get("options")).put("max_lag", 7);
                      }
                    }));
    assertThat(
            new ModelReader(SmallModel.FITTER)
                .read(file)
                .configuration()
                .model()
                .temporal()
                .options())
        .containsEntry("max_lag", 7);
  }

  private static Fitter fitter(Predicate<DiscoveredComponent> kept) {
    ComponentFactory<?>[] factories =
        SmallModel.FITTER.components().components().discovered().stream()
            .filter(kept)
            .map(DiscoveredComponent::factory)
            .toArray(ComponentFactory<?>[]::new);
    return new Fitter(new ComponentCreator(Components.of(factories)));
  }
}
