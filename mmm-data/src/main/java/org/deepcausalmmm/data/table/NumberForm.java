package org.deepcausalmmm.data.table;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a column writes its numbers.
 *
 * @param decimal the decimal mark, a point or a comma
 */
record NumberForm(char decimal) {
  /** Returns a cell as a plain number such as -1234.5; null if it is none in this form. */
  @Nullable String plain(String cell) {
    if (decimal == '.' && NumberToken.isSimple(cell)) {
      return cell;
    }
    NumberToken token = NumberToken.of(cell);
    if (token == null || token.unit().unclear()) {
      return null;
    }
    NumberMarks marks = NumberMarks.of(token.digits());
    boolean fits =
        switch (marks) {
          case SMALL, PLAIN, THOUSAND_BLANKS -> true;
          case POINT, THOUSAND_COMMAS -> decimal == '.';
          case COMMA, THOUSAND_POINTS -> decimal == ',';
          case EITHER_POINT, EITHER_COMMA -> true;
          case NONE -> false;
        };
    if (!fits) {
      return null;
    }
    StringBuilder plain = new StringBuilder(token.negative() ? "-" : "");
    String digits = token.digits();
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      boolean mark = c == '.' || c == ',' || c == ' ' || c == '\'';
      if (c == decimal) {
        plain.append('.');
      } else if (!mark) {
        plain.append(c);
      }
    }
    int shift = token.percent() ? -2 : token.unit().power();
    return shift == 0
        ? plain.toString()
        : new BigDecimal(plain.toString()).movePointRight(shift).toPlainString();
  }
}
