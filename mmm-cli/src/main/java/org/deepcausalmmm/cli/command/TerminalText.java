package org.deepcausalmmm.cli.command;

/**
 * Text that is safe to print on a terminal: control characters and text direction marks, which can
 * come from a cell, a key or a file name, are shown as escapes, and long text is cut.
 */
final class TerminalText {
  private static final int MOST = 1200;
  private static final int HEAD = 800;
  private static final int TAIL = 200;

  private TerminalText() {}

  /** Returns a line that is safe to print. */
  static String safe(String line) {
    String shown = line.length() <= MOST ? line : cut(line);
    StringBuilder safe = new StringBuilder(shown.length());
    shown.codePoints().forEach(point -> append(safe, point));
    return safe.toString();
  }

  private static String cut(String line) {
    return line.substring(0, HEAD)
        + " ... ("
        + line.length()
        + " characters) ... "
        + line.substring(line.length() - TAIL);
  }

  private static void append(StringBuilder safe, int point) {
    if (point == '\u202f' || point == '\u00a0') {
      safe.append(' ');
    } else if (point == '\u2013') {
      safe.append('-');
    } else if (point == '\n' || point == '\t') {
      safe.append(' ');
    } else if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
      safe.append("\\u").append(Integer.toHexString(0x10000 | point).substring(1));
    } else {
      safe.appendCodePoint(point);
    }
  }
}
