package org.deepcausalmmm.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.deepcausalmmm.data.estimate.Interval;
import org.junit.jupiter.api.Test;

class ExperimentFitTest {
  private static final Interval MODEL = new Interval(100, 80, 120);

  private static ExperimentFit measured(double lower, double upper, double agreement) {
    Interval lift = new Interval((lower + upper) / 2, lower, upper);
    return new ExperimentFit("spring", "search", lift, MODEL, MODEL, agreement);
  }

  @Test
  void aPreciseExperimentSettlesWhatConfoundingLeavesOpen() {
    assertThat(measured(70, 130, 0.5).settles()).isTrue();
    assertThat(measured(-130, -70, 0.5).settles()).isTrue();
  }

  @Test
  void anExperimentThatOnlyTellsTheSignDoesNot() {
    assertThat(measured(20, 180, 0.5).settles()).isFalse();
  }

  @Test
  void anExperimentThatTheDataContradictDoesNot() {
    assertThat(measured(70, 130, 0.001).settles()).isFalse();
  }
}
