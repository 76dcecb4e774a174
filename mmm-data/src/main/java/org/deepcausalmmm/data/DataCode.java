package org.deepcausalmmm.data;

import java.util.Locale;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.DataReport.Severity;

/** The stable codes of errors and findings about data; docs/errors.md explains each. */
public enum DataCode {
  FILE_MISSING(1),
  FILE_UNREADABLE(2),
  FILE_EMPTY(3),
  NOT_CSV(4),
  RAGGED_ROW(5),
  DUPLICATE_HEADER(6),
  NOT_A_NUMBER(7),
  NUMBER_FORMAT(8),
  NON_FINITE(9),
  COLUMN_MISSING(10),
  ROLES_UNKNOWN(11),
  ROLES_AMBIGUOUS(12),
  COLUMN_TWICE(13),
  TIME_FORMAT(14),
  TIME_SPACING(15),
  DUPLICATE_ROW(16),
  NEGATIVE_EXPOSURE(17),
  KEY_EMPTY(18),
  TOO_FEW_WEEKS(19),
  TOO_FEW_OBSERVATIONS(20),
  CHANNEL_ALL_ZERO(21),
  CHANNEL_CONSTANT(22),
  OUTCOME_CONSTANT(23),
  REGION_WITHOUT_OUTCOME(24),
  POPULATION_BAD(25),
  MONEY_VALUE_BAD(26),
  HOLDOUT_TOO_LONG(27),
  NAME_TWICE(28),
  SHAPE_WRONG(29),
  CONTROL_EMPTY(30),
  NOTHING_TO_FIT(31),
  WINDOW_EMPTY(32),
  CHANNEL_IS_TOTAL(33),
  ROLES_UNDECIDED(34),
  DATE_AMBIGUOUS(35),
  CURRENCIES_MIXED(36),
  FILE_TOO_LARGE(37),
  NUMBER_RANGE(38),
  SHAPE_UNCLEAR(39),

  FILE_NOTE(40),
  ROWS_ABSENT(41),
  OUTCOME_EMPTY(42),
  EXPOSURE_FILLED(43),
  CONTROL_FILLED(44),
  COLUMN_UNUSED(45),
  ROLES_DETECTED(46),
  SHORT_HISTORY(47),
  MANY_MISSING(48),
  WEEKS_ABSENT(49),
  OUTLIERS(50),
  OUTCOME_ZERO_RUN(51),
  OUTCOME_NEGATIVE(52),
  CHANNEL_RARE(53),
  CHANNEL_ONLY_HOLDOUT(54),
  CHANNELS_COLLINEAR(55),
  SPEND_WITHOUT_EXPOSURE(56),
  EXPOSURE_WITHOUT_SPEND(57),
  CONTROL_CONSTANT(58),
  POPULATION_VARIES(59),
  MONEY_VALUE_FILLED(60),
  MARKETING_OUTLIERS(61),
  RUNS_FROM_THE_START(62),
  TOTAL_ROW(63),
  DUPLICATES_REMOVED(64),
  WEEKDAYS_ALIGNED(65),
  PERIOD_CHANGED(66),
  RESHAPED(67),
  CATEGORY_CODED(68),
  REGION_DROPPED(69),
  MEDIA_SPREAD(70),
  REACH_FREQUENCY(71),
  TREATMENT(72),
  HOLIDAYS_ADDED(73),
  COLUMN_LEFT_OUT(74),
  NAMES_ALIKE(75),
  CONTROLS_COLLINEAR(76),
  MEDIATOR(77),
  ROLE_PROPOSED(78),
  HEADING_UNIT(79),
  WEEKS_DATED_BY_END(100),
  MANY_CHANNELS(101);

  private final int number;

  DataCode(int number) {
    this.number = number;
  }

  /** Returns the code as users see it. */
  public String code() {
    return String.format(Locale.ROOT, "MMM-%s-%03d", ErrorKind.DATA, number);
  }

  public MmmException error(String what, String advice) {
    return new MmmException(
        ErrorKind.DATA, number, QuotedText.message(what), QuotedText.message(advice));
  }

  public MmmException error(String what, String advice, Throwable cause) {
    return new MmmException(
        ErrorKind.DATA, number, QuotedText.message(what), QuotedText.message(advice), cause);
  }

  public Finding fault(String what, String advice) {
    return new Finding(
        Severity.ERROR, code(), QuotedText.message(what), QuotedText.message(advice));
  }

  public Finding warning(String what, String advice) {
    return new Finding(
        Severity.WARNING, code(), QuotedText.message(what), QuotedText.message(advice));
  }

  public Finding note(String what, String advice) {
    return new Finding(Severity.NOTE, code(), QuotedText.message(what), QuotedText.message(advice));
  }

  /** Returns the code with a text such as MMM-DATA-021. */
  public static DataCode of(String code) {
    for (DataCode candidate : values()) {
      if (candidate.code().equals(code)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("'" + code + "' is not a code of the data.");
  }
}
