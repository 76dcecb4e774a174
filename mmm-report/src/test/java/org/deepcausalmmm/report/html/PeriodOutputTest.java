package org.deepcausalmmm.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.PeriodWords;
import org.junit.jupiter.api.Test;

class PeriodOutputTest {
  @Test
  void namesMonthsInTextsAndLabelsAndLeavesAttributes() {
    StringOutput written = new StringOutput();
    PeriodOutput output = new PeriodOutput(written, new PeriodWords(Period.MONTH));

    output.writeContent("<form data-weeks id=\"weeks\" aria-label=\"Spend by week\" data-week=\"");
    output.writeContent("\"><h2>Weeks of the plan</h2>");

    assertThat(written.toString())
        .isEqualTo(
            "<form data-weeks id=\"weeks\" aria-label=\"Spend by month\" data-week=\"\">"
                + "<h2>Months of the plan</h2>");
  }
}
