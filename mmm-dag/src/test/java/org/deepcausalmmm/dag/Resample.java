package org.deepcausalmmm.dag;

import java.util.Random;
import org.deepcausalmmm.api.StructureData;

/** Draws half of the data: half of the regions or, if they are few, half of the blocks of weeks. */
final class Resample {
  private static final int BLOCK = 13;

  private Resample() {}

  static StructureData half(StructureData data, long seed) {
    Random random = new Random(seed);
    boolean[][] observed = new boolean[data.regionCount()][data.weekCount()];
    boolean manyRegions = data.regionCount() >= 8;
    boolean[] block = new boolean[data.weekCount() / BLOCK + 1];
    for (int b = 0; b < block.length; b++) {
      block[b] = random.nextBoolean();
    }
    for (int r = 0; r < observed.length; r++) {
      boolean region = random.nextBoolean();
      for (int t = 0; t < observed[r].length; t++) {
        observed[r][t] = data.observed()[r][t] && (manyRegions ? region : block[t / BLOCK]);
      }
    }
    return new StructureData(
        data.channels(), data.exposure(), data.ownInput(), data.hasOwnInput(), observed);
  }
}
