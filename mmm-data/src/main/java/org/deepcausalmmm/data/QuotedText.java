package org.deepcausalmmm.data;

/** Text of a user's file as messages quote it: short, on one line and harmless to a terminal. */
public final class QuotedText {
  /** Enough to recognise a cell or a name. */
  private static final int MOST = 60;

  /** A whole message; the texts quoted in it stay below 500 characters. */
  private static final int MOST_IN_A_MESSAGE = 900;

  private QuotedText() {}

  /** Returns a text without control characters, cut after 60 characters. */
  public static String of(String text) {
    return cut(printable(text), MOST);
  }

  /** Returns a text without control characters, cut after some characters. */
  public static String of(String text, int most) {
    return cut(printable(text), most);
  }

  /** Returns a message without control characters, cut after 900 characters. */
  public static String message(String text) {
    return cut(printable(text), MOST_IN_A_MESSAGE);
  }

  private static String cut(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most)) + "...";
  }

  private static String printable(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints().forEach(c -> printable.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
    return printable.toString();
  }
}
