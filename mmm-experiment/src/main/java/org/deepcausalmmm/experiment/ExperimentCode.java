package org.deepcausalmmm.experiment;

import java.util.Locale;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.DataReport.Severity;

/** The stable codes of errors and warnings about experiments; docs/errors.md explains each. */
public enum ExperimentCode {
  COLUMN_UNCLEAR(701),
  UNKNOWN_REGION(702),
  ALL_TREATED(703),
  NOT_IN_DATA(704),
  SHORT_HISTORY(705),
  TREATED_INCOMPLETE(706),
  ROW_TWICE(707),
  NO_OUTCOME(708),
  TOO_LITTLE_TO_DESIGN(709),
  BUDGET_TOO_SMALL(710),
  REGION_LEFT_OUT(721),
  CELLS_FILLED(722),
  SPEND_UNCHANGED(723),
  SPILL_OVER(724),
  POOR_FIT(725),
  FEW_PLACEBOS(726),
  METHODS_DISAGREE(727),
  CONTROLS_SPEND_CHANGED(728);

  private final int number;

  ExperimentCode(int number) {
    this.number = number;
  }

  /** Returns the code as users see it. */
  public String code() {
    return String.format(Locale.ROOT, "MMM-%s-%03d", ErrorKind.DATA, number);
  }

  public MmmException error(String what, String advice) {
    return new MmmException(ErrorKind.DATA, number, what, advice);
  }

  public Finding warning(String what, String advice) {
    return new Finding(Severity.WARNING, code(), what, advice);
  }
}
