package org.deepcausalmmm.experiment.estimate;

/** A model of a treated series by series without treatment. */
public interface SeriesModel {
  /**
   * Returns the treated series as it would have been: [period].
   *
   * @param treated [period], in units of the outcome
   * @param controls [control][period], likewise
   * @param training [period]: the periods that the model may learn from
   */
  double[] predict(double[] treated, double[][] controls, boolean[] training);
}
