package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
  private final StringWriter text = new StringWriter();
  private final AtomicLong millis = new AtomicLong();

  private ProgressDisplay display(ProgressDisplay.Style style) {
    return new ProgressDisplay(new PrintWriter(text), style, millis::get);
  }

  /** Reports a fit of 2 rounds of 10 steps, one step each second. */
  private void fit(ProgressDisplay display) {
    for (int step = 0; step < 20; step++) {
      display.report("fit, round %d of 2".formatted(1 + step / 10), step, 20, 100.0 - step);
      millis.addAndGet(1000);
    }
  }

  @Test
  void aFileGetsALineEveryFewSecondsAndForEachRound() {
    fit(display(ProgressDisplay.Style.LINES));

    assertThat(text.toString().lines())
        .containsExactly(
            "fit, round 1 of 2  step 0 of 20  loss 100.000",
            "fit, round 1 of 2  step 5 of 20  loss 95.0000  15 s left in this stage",
            "fit, round 2 of 2  step 10 of 20  loss 90.0000  10 s left in this stage",
            "fit, round 2 of 2  step 15 of 20  loss 85.0000  5 s left in this stage");
  }

  @Test
  void aTerminalGetsABarThatIsDrawnOverAndTakenOffAtTheEnd() {
    ProgressDisplay display = display(ProgressDisplay.Style.TERMINAL);
    fit(display);
    assertThat(text.toString())
        .contains("\r\u001b[Kfit, round 2 of 2  [==========          ]  step 10 of 20  loss 90")
        .doesNotContain("\n");
    display.close();
    assertThat(text.toString()).endsWith("\r\u001b[K");
  }

  @Test
  void quietShowsNothing() {
    ProgressDisplay display = display(ProgressDisplay.Style.SILENT);
    fit(display);
    display.note("Report: run/report.html");
    display.close();
    assertThat(text.toString()).isEmpty();
  }

  @Test
  void aNoteStandsOnALineOfItsOwn() {
    ProgressDisplay display = display(ProgressDisplay.Style.TERMINAL);
    display.report("posterior", 0, 1, Double.NaN);
    display.note("Roles detected.");
    assertThat(text.toString()).endsWith("\r\u001b[KRoles detected." + System.lineSeparator());
  }
}
