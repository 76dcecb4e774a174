package org.deepcausalmmm.core.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitRequestFileTest {
  private static final FittedModel FITTED = SmallModel.fitted();
  private static final PanelFit REQUEST =
      new PanelFit(FITTED.panel(), FITTED.dataReport(), FITTED.configuration());

  @TempDir Path parent;

  @Test
  void aRequestIsReadAsItWasWritten() throws IOException {
    Path file = parent.resolve("request.fit");
    FitRequestFile.write(REQUEST, file);
    PanelFit read = FitRequestFile.read(file);
    assertThat(DataFingerprint.of(read.panel())).isEqualTo(DataFingerprint.of(FITTED.panel()));
    assertThat(read.report()).isEqualTo(FITTED.dataReport());
    assertThat(read.configuration()).isEqualTo(FITTED.configuration());
  }

  @Test
  void aDamagedRequestIsRefused() throws IOException {
    Path file = parent.resolve("request.fit");
    FitRequestFile.write(REQUEST, file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> FitRequestFile.read(file)).isInstanceOf(MmmException.class);
  }

  @Test
  void theDigestOfAPosteriorSeesItsDraws() {
    assertThat(DataFingerprint.ofPosterior(FITTED))
        .isEqualTo(DataFingerprint.ofPosterior(FITTED))
        .isNotEqualTo(DataFingerprint.ofPosterior(FITTED.withoutDraws()));
  }
}
