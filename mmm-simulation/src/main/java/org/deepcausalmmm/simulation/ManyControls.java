package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.Panel;

/** A crowd of controls, as analysts collect them, of which two or three act on demand. */
final class ManyControls {
  private static final int COUNT = 22;

  private ManyControls() {}

  /**
   * Draws the controls.
   *
   * @param effect [region][week]: what controls add to demand, to which those that act are added
   */
  static List<Panel.Control> draw(WorldSpec spec, double[][] effect, Chance chance) {
    int acting = chance.integer(2, 3);
    List<Panel.Control> controls = new ArrayList<>();
    for (int i = 1; i <= COUNT; i++) {
      Chance own = chance.fork("control " + i);
      double[][] value = values(spec, own);
      double size = i <= acting ? own.sign() * own.uniform(0.02, 0.05) : 0;
      double[][] shown = new double[value.length][];
      for (int r = 0; r < value.length; r++) {
        shown[r] = value[r].clone();
        for (int t = 0; t < shown[r].length; t++) {
          effect[r][t] += size * value[r][t];
          shown[r][t] = Decimals.round(50 + 10 * value[r][t], 2);
        }
      }
      controls.add(new Panel.Control("indicator_%02d".formatted(i), shown));
    }
    chance.shuffle(controls);
    return controls;
  }

  /** Draws a control that all regions share, moves by region, or both, of varied persistence. */
  private static double[][] values(WorldSpec spec, Chance chance) {
    double common = chance.uniform();
    double persistence = chance.uniform(0, 0.97);
    double[] shared = chance.autoregression(spec.allWeeks(), persistence, 1);
    double[][] value = new double[spec.regions()][];
    for (int r = 0; r < value.length; r++) {
      value[r] = chance.autoregression(spec.allWeeks(), persistence, Math.sqrt(1 - common));
      for (int t = 0; t < value[r].length; t++) {
        value[r][t] += Math.sqrt(common) * shared[t];
      }
    }
    return value;
  }
}
