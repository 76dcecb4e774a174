package org.deepcausalmmm.dag;

import java.util.Arrays;
import org.deepcausalmmm.api.StructureData;

/**
 * The region-weeks from which a structure is learned, region after region.
 *
 * @param start [region + 1]: index of a region's first row; the last entry is the number of rows
 * @param week [row]
 * @param weeks number of weeks in the data
 * @param exposure [channel][row]
 * @param ownInput [channel][row]
 * @param previousInput [channel][row]: own input of the week before
 * @param adstock [channel][decay][row]: exposure carried over at each of {@link #DECAYS}
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
record Sample(
    int[] start,
    int[] week,
    int weeks,
    double[][] exposure,
    double[][] ownInput,
    double[][] previousInput,
    double[][][] adstock) {

  /** The decays that an edge may have. */
  static final double[] DECAYS = {0, .25, .4, .5, .6, .75};

  /** Weeks after which less than 3% of an unknown past remains at the largest decay. */
  private static final int HISTORY = 13;

  /** After a gap less of the past is unknown, since exposures before it are like those after. */
  private static final int AFTER_GAP = 4;

  /** Over so few weeks without observations the carried exposure is taken to stay. */
  private static final int SHORT_GAP = 2;

  static Sample of(StructureData data) {
    int[][] used = new int[data.regionCount()][];
    int[] start = new int[data.regionCount() + 1];
    for (int r = 0; r < used.length; r++) {
      used[r] = usedWeeks(data.observed()[r]);
      start[r + 1] = start[r] + used[r].length;
    }
    int rows = start[used.length];
    int channels = data.channelCount();
    int[] week = new int[rows];
    double[][] exposure = new double[channels][rows];
    double[][] ownInput = new double[channels][rows];
    double[][] previous = new double[channels][rows];
    double[][][] adstock = new double[channels][DECAYS.length][rows];
    for (int r = 0; r < used.length; r++) {
      System.arraycopy(used[r], 0, week, start[r], used[r].length);
      for (int c = 0; c < channels; c++) {
        for (int i = 0; i < used[r].length; i++) {
          int t = used[r][i];
          exposure[c][start[r] + i] = data.exposure()[r][t][c];
          ownInput[c][start[r] + i] = data.ownInput()[r][t][c];
          int before = t > 0 && data.observed()[r][t - 1] ? t - 1 : t;
          previous[c][start[r] + i] = data.ownInput()[r][before][c];
        }
        carry(data.exposure()[r], data.observed()[r], c, used[r], start[r], adstock[c]);
      }
    }
    return new Sample(start, week, data.weekCount(), exposure, ownInput, previous, adstock);
  }

  int rows() {
    return week.length;
  }

  int regions() {
    return start.length - 1;
  }

  int channels() {
    return exposure.length;
  }

  /** Returns the observed weeks whose past is known: not the first ones, nor those after a gap. */
  private static int[] usedWeeks(boolean[] observed) {
    int count = 0;
    for (boolean week : observed) {
      count += week ? 1 : 0;
    }
    int unknown = Math.min(HISTORY, count / 3);
    int gap = 0;
    int[] used = new int[count];
    int length = 0;
    for (int t = 0; t < observed.length; t++) {
      if (!observed[t]) {
        gap++;
        continue;
      }
      unknown = gap > SHORT_GAP ? Math.max(unknown, Math.min(AFTER_GAP, count / 3)) : unknown;
      gap = 0;
      if (unknown > 0) {
        unknown--;
      } else {
        used[length++] = t;
      }
    }
    return Arrays.copyOf(used, length);
  }

  /**
   * Fills the adstock columns of a channel in a region. They start from the first exposure, and
   * again after a gap; a short gap they cross unchanged.
   */
  private static void carry(
      double[][] exposure, boolean[] observed, int c, int[] used, int start, double[][] columns) {
    for (int k = 0; k < DECAYS.length; k++) {
      double carried = 0;
      int gap = observed.length;
      int next = 0;
      for (int t = 0; t < exposure.length && next < used.length; t++) {
        if (observed[t]) {
          double past = gap > SHORT_GAP ? exposure[t][c] : carried;
          carried = DECAYS[k] * past + (1 - DECAYS[k]) * exposure[t][c];
          gap = 0;
          if (used[next] == t) {
            columns[k][start + next++] = carried;
          }
        } else {
          gap++;
        }
      }
    }
  }
}
