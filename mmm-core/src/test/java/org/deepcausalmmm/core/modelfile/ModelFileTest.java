package org.deepcausalmmm.core.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  @TempDir Path directory;

  private FittedModel roundTrip() throws IOException {
    Path file = directory.resolve("model.mmm");
    new ModelWriter(SmallModel.FITTER).write(SmallModel.fitted(), file);
    return new ModelReader(SmallModel.FITTER).read(file);
  }

  /** Compares all fields; records are taken apart, and doubles compared by their bits. */
  private static void assertSame(Object actual, Object expected) {
    assertThat(actual)
        .usingRecursiveComparison(
            RecursiveComparisonConfiguration.builder()
                .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
                .withIgnoreAllOverriddenEquals(true)
                .build())
        .isEqualTo(expected);
  }

  @Test
  void givesBackEveryFieldBitByBit() throws IOException {
    FittedModel read = roundTrip();
    assertSame(read, SmallModel.fitted());
    assertThat(read.configuration()).isEqualTo(SmallModel.fitted().configuration());
    assertThat(read.panel().outcome()[1][5]).isNaN();
    assertThat(read.edges()).isNotEmpty();
    assertThat(read.panel().channels().get(1).spend())
        .isSameAs(read.panel().channels().get(1).exposure());
  }

  @Test
  void givesTheSameAnalysis() throws IOException {
    Analyst analyst = new Analyst(SmallModel.FITTER);
    assertSame(
        analyst.analyse(roundTrip(), Progress.SILENT),
        analyst.analyse(SmallModel.fitted(), Progress.SILENT));
  }

  @Test
  void writesTheSameBytesForTheSameModel() throws IOException {
    Path first = directory.resolve("a.mmm");
    Path second = directory.resolve("b.mmm");
    new ModelWriter(SmallModel.FITTER).write(SmallModel.fitted(), first);
    new ModelWriter(SmallModel.FITTER)
        .write(new ModelReader(SmallModel.FITTER).read(first), second);
    assertThat(Files.readAllBytes(second)).isEqualTo(Files.readAllBytes(first));
  }

  @Test
  void fingerprintChangesWithASingleBitOfTheData() throws IOException {
    FittedModel read = roundTrip();
    assertThat(DataFingerprint.of(read.panel()))
        .isEqualTo(DataFingerprint.of(SmallModel.fitted().panel()))
        .hasSize(64);
    double[] cells = read.panel().outcome()[0];
    cells[0] = Math.nextUp(cells[0]);
    assertThat(DataFingerprint.of(read.panel()))
        .isNotEqualTo(DataFingerprint.of(SmallModel.fitted().panel()));
  }
}
