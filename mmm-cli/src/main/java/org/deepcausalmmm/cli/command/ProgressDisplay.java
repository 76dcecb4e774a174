package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Progress on standard error: a line that is drawn over on a terminal, a plain line every few
 * seconds elsewhere, nothing if quiet.
 */
final class ProgressDisplay implements RunListener, AutoCloseable {
  /** How progress is shown. */
  enum Style {
    TERMINAL(100),
    LINES(5000),
    SILENT(Long.MAX_VALUE),
    MESSAGES(100);

    private final long pauseMillis;

    Style(long pauseMillis) {
      this.pauseMillis = pauseMillis;
    }
  }

  private static final int BAR = 20;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintWriter err;
  private final Style style;
  private final LongSupplier millis;
  private final TimeLeft timeLeft;
  private String lastStage = "";
  private long nextMillis = Long.MIN_VALUE;
  private boolean drawn;

  ProgressDisplay(PrintWriter err, Style style, LongSupplier millis) {
    this.err = err;
    this.style = style;
    this.millis = millis;
    this.timeLeft = new TimeLeft(millis);
  }

  /** Returns a display in the style that suits standard error. */
  static ProgressDisplay on(PrintWriter err, boolean quiet) {
    if (err instanceof WorkerOutput) {
      return new ProgressDisplay(err, Style.MESSAGES, () -> System.nanoTime() / 1_000_000);
    }
    Style style =
        quiet ? Style.SILENT : Boolean.getBoolean("mmm.terminal") ? Style.TERMINAL : Style.LINES;
    return new ProgressDisplay(err, style, () -> System.nanoTime() / 1_000_000);
  }

  @Override
  public synchronized void report(String stage, int done, int total, double loss) {
    timeLeft.step(done, total);
    long now = millis.getAsLong();
    boolean newStage = !stage.equals(lastStage);
    if (style == Style.SILENT || (now < nextMillis && !newStage)) {
      return;
    }
    lastStage = stage;
    nextMillis = now + style.pauseMillis;
    if (err instanceof WorkerOutput server) {
      server.step(stage, done, total, loss);
      return;
    }
    String line = TerminalText.safe(line(stage, done, total, loss));
    if (style == Style.TERMINAL) {
      err.print(CLEAR_LINE + line);
      drawn = true;
    } else {
      err.println(line);
    }
    err.flush();
  }

  private String line(String stage, int done, int total, double loss) {
    StringBuilder line = new StringBuilder(stage);
    if (total > 0) {
      int filled = Math.min(BAR, BAR * done / total);
      if (style == Style.TERMINAL) {
        line.append("  [").append("=".repeat(filled)).append(" ".repeat(BAR - filled)).append(']');
      }
      line.append("  step ").append(done).append(" of ").append(total);
    }
    if (Double.isFinite(loss)) {
      line.append(String.format(Locale.ROOT, "  loss %.6g", loss));
    }
    timeLeft
        .seconds()
        .ifPresent(s -> line.append("  ").append(inWords(s)).append(" left in this stage"));
    return line.toString();
  }

  private static String inWords(long seconds) {
    return seconds < 90
        ? seconds + " s"
        : String.format(Locale.ROOT, "%s min %02d s", seconds / 60, seconds % 60);
  }

  @Override
  public synchronized void note(String line) {
    if (style != Style.SILENT) {
      warn(line);
    }
  }

  @Override
  public synchronized void warn(String line) {
    clear();
    err.println(TerminalText.safe(line));
    err.flush();
  }

  @Override
  public boolean quiet() {
    return style == Style.SILENT;
  }

  /** Takes the bar off the terminal. */
  @Override
  public synchronized void close() {
    clear();
    err.flush();
  }

  private void clear() {
    if (drawn) {
      err.print(CLEAR_LINE);
      drawn = false;
    }
  }
}
