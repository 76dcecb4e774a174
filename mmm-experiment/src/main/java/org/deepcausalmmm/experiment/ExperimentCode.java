package org.deepcausalmmm.experiment;

import java.util.Locale;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.DataReport.Severity;

/** The stable codes of errors and warnings about experiments; docs/errors.md explains each. */
public enum ExperimentCode {
  COLUMN_UNCLEAR(601),
  UNKNOWN_REGION(602),
  ALL_TREATED(603),
  NOT_IN_DATA(604),
  SHORT_HISTORY(605),
  TREATED_INCOMPLETE(606),
  ROW_TWICE(607),
  NO_OUTCOME(608),
  TOO_LITTLE_TO_DESIGN(609),
  BUDGET_TOO_SMALL(610),
  REGION_LEFT_OUT(621),
  CELLS_FILLED(622),
  SPEND_UNCHANGED(623),
  SPILL_OVER(624),
  POOR_FIT(625),
  FEW_PLACEBOS(626),
  METHODS_DISAGREE(627),
  CONTROLS_SPEND_CHANGED(628);

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
