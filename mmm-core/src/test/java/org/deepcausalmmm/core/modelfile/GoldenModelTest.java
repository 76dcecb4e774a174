package org.deepcausalmmm.core.modelfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.data.estimate.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads a model file of every release and compares what it says with what that release said.
 *
 * <p>Before a release, write its files with {@code -Dmmm.golden.write=NAME} and add the name below.
 * The files of a release that is out stay as they are: when one is refused or says something else,
 * users' models would too, and it is the reader or the analysis that has to change. Until 0.1 is
 * out its files may be written anew, where parameters changed on purpose.
 */
class GoldenModelTest {
  private static final Percentage ROUNDING = Percentage.withPercentage(1e-4);

  @ParameterizedTest
  @ValueSource(strings = "0.1")
  void saysWhatItsReleaseSaid(String release) throws IOException, URISyntaxException {
    Path file = resource("golden-" + release + ".mmm");
    JsonNode figures = Manifest.JSON.readTree(resource("golden-" + release + ".json").toFile());
    ObjectNode now = figures(new ModelReader(SmallModel.FITTER).read(file));
    assertThat(now.fieldNames())
        .toIterable()
        .as("figures that golden-%s.json has", release)
        .containsExactlyInAnyOrderElementsOf(figures::fieldNames)
        .hasSizeGreaterThan(10);
    figures
        .fields()
        .forEachRemaining(
            figure ->
                assertThat(now.get(figure.getKey()).doubleValue())
                    .as(
                        "%s of golden-%s.mmm, against what the release said of the same file",
                        figure.getKey(), release)
                    .isCloseTo(figure.getValue().doubleValue(), ROUNDING));
  }

  @Test
  @EnabledIfSystemProperty(named = "mmm.golden.write", matches = ".+")
  void writesTheFilesOfThisRelease() throws IOException {
    String release = System.getProperty("mmm.golden.write");
    Path directory = Path.of("src/test/resources/org/deepcausalmmm/core/modelfile");
    Files.createDirectories(directory);
    Path file = directory.resolve("golden-" + release + ".mmm");
    new ModelWriter(SmallModel.FITTER).write(SmallModel.fitted(), file);
    Files.writeString(
        directory.resolve("golden-" + release + ".json"),
        figures(SmallModel.fitted()).toPrettyString() + "\n");
    assertThat(file).isRegularFile();
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(GoldenModelTest.class.getResource(name), name).toURI());
  }

  private static ObjectNode figures(FittedModel model) {
    Analysis analysis = new Analyst(SmallModel.FITTER).analyse(model, Progress.SILENT);
    ObjectNode figures = Manifest.JSON.createObjectNode();
    for (ChannelEffect channel : analysis.channels()) {
      put(figures, channel.channel() + ".contribution", channel.contribution());
      put(figures, channel.channel() + ".direct", channel.direct());
      Interval roi = channel.roi();
      if (roi != null) {
        put(figures, channel.channel() + ".roi", roi);
      }
    }
    put(figures, "mediaShare", analysis.mediaShare());
    figures.put("r2", analysis.train().r2());
    figures.put("firstPrediction", analysis.prediction().mean()[0][0]);
    return figures;
  }

  private static void put(ObjectNode figures, String name, Interval interval) {
    figures.put(name, interval.mean());
    figures.put(name + ".lower", interval.lower());
    figures.put(name + ".upper", interval.upper());
  }
}
