package org.deepcausalmmm.dag;

import java.util.Random;
import org.deepcausalmmm.api.StructureData;

/**
 * Resamples regions with replacement or, if they are few, leaves out half of the blocks of weeks.
 */
final class Resample {
  private static final int BLOCK = 13;
  private static final int ENOUGH_REGIONS = 8;

  private Resample() {}

  static StructureData draw(StructureData data, long seed) {
    Random random = new Random(seed);
    return data.regionCount() >= ENOUGH_REGIONS ? regions(data, random) : blocks(data, random);
  }

  private static StructureData regions(StructureData data, Random random) {
    int count = data.regionCount();
    double[][][] exposure = new double[count][][];
    double[][][] input = new double[count][][];
    boolean[][] observed = new boolean[count][];
    for (int r = 0; r < count; r++) {
      int drawn = random.nextInt(count);
      exposure[r] = data.exposure()[drawn];
      input[r] = data.ownInput()[drawn];
      observed[r] = data.observed()[drawn];
    }
    return new StructureData(data.channels(), exposure, input, data.hasOwnInput(), observed);
  }

  private static StructureData blocks(StructureData data, Random random) {
    boolean[] kept = new boolean[data.weekCount() / BLOCK + 1];
    for (int b = 0; b < kept.length; b++) {
      kept[b] = random.nextBoolean();
    }
    boolean[][] observed = new boolean[data.regionCount()][data.weekCount()];
    for (int r = 0; r < observed.length; r++) {
      for (int t = 0; t < observed[r].length; t++) {
        observed[r][t] = data.observed()[r][t] && kept[t / BLOCK];
      }
    }
    return new StructureData(
        data.channels(), data.exposure(), data.ownInput(), data.hasOwnInput(), observed);
  }
}
