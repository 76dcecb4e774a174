package org.deepcausalmmm.experiment.design;

import java.util.List;

/**
 * A design of an experiment.
 *
 * @param id its number among the designs of a request
 * @param assignment which regions are treated
 * @param periods number of periods of the treatment
 * @param cells what each cell does
 */
public record ExperimentDesign(int id, Assignment assignment, int periods, List<DesignCell> cells) {
  public ExperimentDesign {
    cells = List.copyOf(cells);
  }

  /**
   * What a cell does.
   *
   * @param factor of the usual spend: 0 for going dark
   * @param usualSpend what the regions would spend in the treatment's periods
   * @param outcome what the regions sell in as many periods
   * @param power of the reading
   */
  public record DesignCell(double factor, double usualSpend, double outcome, PlaceboPower power) {

    /** Returns the change of spend. */
    public double spendChange() {
      return usualSpend * (factor - 1);
    }

    /** Returns the smallest ROI of the changed spend that is found with a power of 80%. */
    public double detectableRoi() {
      return power.detectable() * outcome / Math.abs(spendChange());
    }

    /** Returns the power at an ROI of the changed spend. */
    public double powerAt(double roi) {
      return power.at(roi * Math.abs(spendChange()) / outcome);
    }

    /** Returns the standard error of the ROI that is read. */
    public double roiStandardError() {
      return power.standardError() * outcome / Math.abs(spendChange());
    }
  }

  /** Returns the sum of the changes of spend, whatever their direction. */
  public double cost() {
    return cells.stream().mapToDouble(c -> Math.abs(c.spendChange())).sum();
  }

  /** Returns the smallest ROI that every cell finds. */
  public double detectableRoi() {
    return cells.stream().mapToDouble(DesignCell::detectableRoi).max().orElse(0);
  }

  /** Returns whether another design costs no more and finds no larger ROI, one of both better. */
  public boolean isDominatedBy(ExperimentDesign other) {
    return other.cost() <= cost()
        && other.detectableRoi() <= detectableRoi()
        && (other.cost() < cost() || other.detectableRoi() < detectableRoi());
  }
}
