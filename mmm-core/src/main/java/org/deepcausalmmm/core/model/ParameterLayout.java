package org.deepcausalmmm.core.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.deepcausalmmm.api.ParameterSpec;

/** The order of all parameters of a model in one vector, on the scale of estimation. */
public final class ParameterLayout {
  private final List<ParameterBlock> blocks = new ArrayList<>();
  private final List<ParameterBlock> view = Collections.unmodifiableList(blocks);
  private final int regions;
  private final List<String> channelNames;
  private final boolean[] deviates;
  private int size;

  /** Begins an empty layout. */
  public ParameterLayout(int regions, List<String> channelNames) {
    this(regions, channelNames, Set.of());
  }

  /**
   * Begins an empty layout.
   *
   * @param national channels that have the same effect in all regions
   */
  ParameterLayout(int regions, List<String> channelNames, Set<String> national) {
    this.regions = regions;
    this.channelNames = List.copyOf(channelNames);
    deviates = new boolean[channelNames.size()];
    for (int c = 0; c < deviates.length; c++) {
      deviates[c] = !national.contains(channelNames.get(c));
    }
  }

  /**
   * Returns whether regions deviate in the effect of a channel; if not, their deviations act on
   * nothing and keep their prior.
   */
  public boolean deviates(int channel) {
    return deviates[channel];
  }

  /** Appends a parameter. */
  ParameterBlock add(String kind, String type, ParameterSpec spec, List<Integer> channels) {
    ParameterBlock block = new ParameterBlock(kind, type, spec, channels, regions, size);
    blocks.add(block);
    size += block.size();
    return block;
  }

  /** Returns the blocks in order, as a view: it is read some million times a fit. */
  public List<ParameterBlock> blocks() {
    return view;
  }

  /** Returns the names of the channels that the blocks' indices count. */
  public List<String> channelNames() {
    return channelNames;
  }

  /** Returns the number of entries of the vector. */
  public int size() {
    return size;
  }

  /** Returns the blocks of a parameter: several where channels have components of their own. */
  public List<ParameterBlock> named(String kind, String name) {
    return blocks.stream()
        .filter(b -> b.kind().equals(kind) && b.spec().name().equals(name))
        .toList();
  }

  /** Finds the block of a parameter that is responsible for a channel. */
  public Optional<ParameterBlock> find(String kind, String name, int channel) {
    return named(kind, name).stream().filter(b -> b.channels().contains(channel)).findFirst();
  }

  /**
   * Returns the start of the estimation: the prior centers, sampled around them where so declared.
   */
  public double[] start(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] theta = new double[size];
    for (ParameterBlock block : blocks) {
      double center = block.spec().constraint().free(block.spec().prior().center());
      for (int i = 0; i < block.size(); i++) {
        theta[block.offset() + i] = center + block.spec().startSd() * random.nextGaussian();
      }
    }
    return theta;
  }

  /** Copies the parameters that a channel has for itself from one vector into another. */
  public void copyChannel(int channel, double[] from, double[] to) {
    for (ParameterBlock block : blocks) {
      int place = block.channels().indexOf(channel);
      if (block.byChannel() && place >= 0) {
        for (int r = 0; r < (block.byRegion() ? block.regions() : 1); r++) {
          int index = block.index(r, place);
          System.arraycopy(from, index, to, index, block.innerSize());
        }
      }
    }
  }
}
