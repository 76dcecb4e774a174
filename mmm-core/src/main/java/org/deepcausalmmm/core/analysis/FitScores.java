package org.deepcausalmmm.core.analysis;

/** The accuracy of predictions against observed outcomes, pooled over regions and weeks. */
public record FitScores(double r2, double rmse, double mape, double wmape) {}
