package org.deepcausalmmm.slides;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Draws the slides of the run in {@code mmm.run} into {@code target/slides}, to be looked at;
 * native charts stay empty, because only a presentation program draws them.
 */
@Tag("benchmark")
class SlidePictures {
  @Test
  void drawsThem() throws IOException {
    Path pictures = Files.createDirectories(Path.of("target", "slides"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Slides().write(Path.of(System.getProperty("mmm.run")), bytes);
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(bytes.toByteArray()))) {
      int number = 1;
      for (XSLFSlide slide : show.getSlides()) {
        BufferedImage image = new BufferedImage(960, 540, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(Color.WHITE);
        graphics.fillRect(0, 0, 960, 540);
        slide.draw(graphics);
        graphics.dispose();
        ImageIO.write(image, "png", pictures.resolve(number++ + ".png").toFile());
      }
      assertThat(show.getSlides()).hasSize(6);
    }
  }
}
