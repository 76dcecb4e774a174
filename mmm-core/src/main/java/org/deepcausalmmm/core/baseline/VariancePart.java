package org.deepcausalmmm.core.baseline;

/** A variance parameter that REML estimates. */
enum VariancePart {
  NOISE,
  STATE,
  CORRELATION,
  WALK,
  TIME_VARIATION,
  ELASTICITY,
  DEVIATION;

  /** A range of shared columns, the last not included. */
  record Columns(int from, int to) {}

  /** Returns whether it is the variance of the coefficients of shared columns. */
  boolean ofColumns() {
    return this == WALK || this == TIME_VARIATION || this == ELASTICITY;
  }

  /** Returns the columns whose coefficients it is the variance of. */
  Columns columns(BaselineDesign design) {
    int varying = design.firstTimeVarying();
    int demand = design.firstDemand();
    return switch (this) {
      case WALK -> new Columns(design.plainColumns(), design.size());
      case TIME_VARIATION -> new Columns(varying, varying + design.timeVaryingColumns());
      case ELASTICITY -> new Columns(demand, demand + design.demandColumns());
      default -> throw new IllegalArgumentException(this + " has no shared columns.");
    };
  }
}
