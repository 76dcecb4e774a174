package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * A separable problem with crossing rows as a linear program of the responses' pieces.
 *
 * <p>Over concave envelopes it is linear; over the responses themselves a switch decides which of
 * their concave stretches a cell spends in.
 */
final class PiecewiseProgram {
  private final CentProblem problem;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final List<List<Variable>> lengths = new ArrayList<>();
  private final List<List<Double>> factors = new ArrayList<>();
  private final double[] base;
  private final double moneyUnit;
  private final double valueUnit;
  private double constant;
  private double error;
  private int rows;

  /**
   * The optimum of the program.
   *
   * @param value of the pieces
   * @param error by how much the responses may lie above the pieces, in all
   * @param plan [cell]: cents, not whole
   * @param optimal false if the search ended before optimality was proven
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Optimum(double value, double error, double[] plan, boolean optimal) {}

  private PiecewiseProgram(CentProblem problem, double scale) {
    this.problem = problem;
    this.base = new double[problem.size()];
    this.moneyUnit = Math.max(1.0, (double) problem.budget() / 1000);
    this.valueUnit = Math.max(scale / 1000, 1e-300);
  }

  /**
   * Solves the program over concave envelopes; empty if it found no solution in time.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-USAGE-303 if there is no solution
   */
  static Optional<Optimum> relaxed(
      CentProblem problem, SeparableObjective objective, int pieces, double scale) {
    PiecewiseProgram program = new PiecewiseProgram(problem, scale);
    for (int i = 0; i < problem.size(); i++) {
      Envelope envelope = Envelope.of(problem, i, objective.responses().get(i), pieces);
      program.begin(i, (double) envelope.points()[0], envelope.values()[0]);
      for (Envelope.Segment segment : envelope.segments()) {
        program.addLength(i, segment.length(), segment.slope());
      }
    }
    Solved solved = program.solve(8);
    if (solved.infeasible()) {
      throw OptimizerErrors.impossible("limits that overlap contradict each other.");
    }
    return solved.optimum();
  }

  /** Solves the program over the responses' concave stretches within a time. */
  static Optional<Optimum> mixedInteger(
      CentProblem problem, SeparableObjective objective, int pieces, double scale, int seconds) {
    PiecewiseProgram program = new PiecewiseProgram(problem, scale);
    for (int i = 0; i < problem.size(); i++) {
      List<ConcaveStretch> stretches =
          ConcaveStretch.of(problem, i, objective.responses().get(i), pieces);
      program.addStretches(i, stretches);
      program.error += stretches.stream().mapToDouble(ConcaveStretch::error).max().orElse(0);
    }
    return program.solve(seconds).optimum();
  }

  private void begin(int cell, double cents, double value) {
    base[cell] = cents;
    constant += value;
    lengths.add(new ArrayList<>());
    factors.add(new ArrayList<>());
  }

  private Variable addLength(int cell, double length, double slope) {
    Variable variable =
        model
            .newVariable("")
            .lower(0)
            .upper(length / moneyUnit)
            .weight(slope * moneyUnit / valueUnit);
    lengths.get(cell).add(variable);
    factors.get(cell).add(1.0);
    return variable;
  }

  private void addStretches(int cell, List<ConcaveStretch> stretches) {
    if (stretches.size() == 1) {
      ConcaveStretch only = stretches.get(0);
      begin(cell, only.start(), only.value());
      for (Envelope.Segment segment : only.segments()) {
        addLength(cell, segment.length(), segment.slope());
      }
      return;
    }
    begin(cell, 0, 0);
    Expression one = model.newExpression("row " + rows++).lower(1).upper(1);
    for (ConcaveStretch stretch : stretches) {
      Variable chosen = model.newVariable("").binary().weight(stretch.value() / valueUnit);
      one.set(chosen, 1);
      lengths.get(cell).add(chosen);
      factors.get(cell).add(stretch.start() / moneyUnit);
      for (Envelope.Segment segment : stretch.segments()) {
        Variable length = addLength(cell, segment.length(), segment.slope());
        // Money goes into a stretch only if it is chosen.
        model
            .newExpression("row " + rows++)
            .upper(0)
            .set(length, 1)
            .set(chosen, -segment.length() / moneyUnit);
      }
    }
  }

  /**
   * The end of a search.
   *
   * @param infeasible whether it is proven that there is no solution
   */
  private record Solved(Optional<Optimum> optimum, boolean infeasible) {}

  private Solved solve(int seconds) {
    addNode(problem.root());
    for (Row row : problem.crossing()) {
      addRow(row.cells(), row.weights(), row.lower(), row.upper());
    }
    model.options.time_abort = 1000L * seconds;
    model.options.time_suffice = 1000L * seconds;
    Optimisation.Result result = model.maximise();
    if (!result.getState().isFeasible()) {
      return new Solved(Optional.empty(), result.getState() == Optimisation.State.INFEASIBLE);
    }
    double value = constant;
    double[] plan = base.clone();
    for (Variable variable : model.getVariables()) {
      double weight =
          variable.getContributionWeight() == null
              ? 0
              : variable.getContributionWeight().doubleValue();
      value += weight * variable.getValue().doubleValue() * valueUnit;
    }
    for (int i = 0; i < plan.length; i++) {
      for (int k = 0; k < lengths.get(i).size(); k++) {
        plan[i] +=
            lengths.get(i).get(k).getValue().doubleValue() * factors.get(i).get(k) * moneyUnit;
      }
    }
    Optimum optimum = new Optimum(value, error, plan, result.getState().isOptimal());
    return new Solved(Optional.of(optimum), false);
  }

  private int[] addNode(GroupNode node) {
    List<Integer> cells = new ArrayList<>();
    for (int cell : node.cells()) {
      cells.add(cell);
    }
    for (GroupNode group : node.groups()) {
      for (int cell : addNode(group)) {
        cells.add(cell);
      }
    }
    int[] all = cells.stream().mapToInt(Integer::intValue).toArray();
    double[] ones = new double[all.length];
    Arrays.fill(ones, 1);
    addRow(all, ones, (double) node.lower(), (double) node.upper());
    return all;
  }

  private void addRow(int[] cells, double[] weights, double lower, double upper) {
    Expression row = model.newExpression("row " + rows++);
    double fixed = 0;
    for (int k = 0; k < cells.length; k++) {
      fixed += weights[k] * base[cells[k]];
      for (int v = 0; v < lengths.get(cells[k]).size(); v++) {
        row.set(lengths.get(cells[k]).get(v), weights[k] * factors.get(cells[k]).get(v));
      }
    }
    if (lower > Double.NEGATIVE_INFINITY) {
      row.lower((lower - fixed) / moneyUnit);
    }
    if (upper < Double.POSITIVE_INFINITY) {
      row.upper((upper - fixed) / moneyUnit);
    }
  }
}
