package org.deepcausalmmm.data.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.ReachFrequency;
import org.deepcausalmmm.data.source.TextData;
import org.junit.jupiter.api.Test;

class ReachFrequencyReadingTest {
  @Test
  void takesTheMeanFrequencyWherePeopleWereReachedAnUnknownNumberOfTimes() {
    StringBuilder text = new StringBuilder("week,sales,video_reach,video_frequency,video_spend\n");
    for (int t = 0; t < 60; t++) {
      String frequency = t == 5 ? "" : t % 3 == 0 ? "0" : t % 2 == 0 ? "4" : "2";
      int reach = t == 5 || t % 3 != 0 ? 1000 + t : 0;
      text.append(LocalDate.of(2023, 1, 2).plusWeeks(t)).append(',').append(500 + t % 7);
      text.append(',').append(reach).append(',').append(frequency).append(',').append(reach / 9);
      text.append('\n');
    }

    CheckedPanel read = TextData.read(text.toString());

    ReachFrequency contacts = read.panel().channels().get(0).source().contacts();
    assertThat(contacts).isNotNull();
    assertThat(contacts.response()).isNull();
    assertThat(contacts.frequency()[0][5]).isCloseTo(3, within(0.1));
    assertThat(read.panel().channels().get(0).exposure()[0][5]).isCloseTo(3015, within(100.0));
    assertThat(read.panel().channels().get(0).exposure()[0][4]).isEqualTo(4 * 1004.0);
    assertThat(TextData.codes(read)).contains("MMM-DATA-043", "MMM-DATA-071");
  }
}
