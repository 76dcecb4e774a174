package org.deepcausalmmm.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.roles.RoleDetector;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TableReader;
import org.deepcausalmmm.simulation.Truth;
import org.deepcausalmmm.simulation.TruthReader;
import org.deepcausalmmm.simulation.WorldFiles;

/**
 * The reader of worlds: directories that the simulator wrote, and the {@code NAME.csv} beside
 * {@code NAME.truth.json} of the parameter-recovery benchmark.
 */
public final class TrialReader {
  private static final String SUFFIX = ".truth.json";

  private TrialReader() {}

  /**
   * Returns the worlds in a directory or one level below.
   *
   * @return the truth files, ordered by name
   * @throws MmmException with code MMM-DATA-082 if there are none
   */
  public static List<Path> find(Path directory) {
    List<Path> found = new ArrayList<>(here(directory));
    if (found.isEmpty()) {
      entries(directory).stream()
          .filter(Files::isDirectory)
          .forEach(below -> found.addAll(here(below)));
    }
    if (found.isEmpty()) {
      throw ValidationCode.NO_WORLD.error(
          "%s contains no world: neither %s nor files NAME%s."
              .formatted(directory, WorldFiles.TRUTH, SUFFIX),
          "Use a directory that 'mmm simulate' wrote, or a directory of such directories.");
    }
    return found;
  }

  private static List<Path> here(Path directory) {
    return entries(directory).stream().filter(TrialReader::isTruth).toList();
  }

  private static boolean isTruth(Path file) {
    String name = file.getFileName().toString();
    return name.equals(WorldFiles.TRUTH) || name.endsWith(SUFFIX);
  }

  private static List<Path> entries(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw ValidationCode.NO_WORLD.error(
          "%s cannot be listed: %s.".formatted(directory, e.getMessage()),
          "Check its permissions.",
          e);
    }
  }

  /**
   * Reads a world.
   *
   * @param truthFile a truth file
   * @throws MmmException with code MMM-DATA-083 if the data have a channel that the truth has not,
   *     084 if the truth has one that the data have not
   */
  public static Trial read(Path truthFile) {
    Truth truth = TruthReader.read(truthFile);
    String file = truthFile.getFileName().toString();
    boolean simulated = file.equals(WorldFiles.TRUTH);
    String stem = file.substring(0, Math.max(0, file.length() - SUFFIX.length()));
    Path data = truthFile.resolveSibling(simulated ? WorldFiles.DATA : stem + ".csv");
    Path config = truthFile.resolveSibling(WorldFiles.CONFIG);
    Table table = new TableReader().read(data);
    ConfigurationDraft draft =
        simulated && Files.exists(config)
            ? new ConfigurationReader().read(config)
            : ConfigurationDraft.defaults();
    DataConfig given = draft.data();
    DataConfig roles =
        given == null ? named(new RoleDetector().detect(table).roles(), truth) : given;
    Configuration configuration = draft.complete(roles);
    CheckedPanel panel = new PanelReader().read(table, roles, configuration.fit().holdout());
    requireSameChannels(panel.usable().channelNames(), truth, truthFile);
    String name = simulated ? truth.scenario() + "-" + truth.seed() : stem;
    return new Trial(name, truth.scenario(), panel.usable(), panel.report(), configuration, truth);
  }

  /**
   * Returns roles whose channels have the names of the truth, where it names them by their column.
   */
  private static DataConfig named(DataConfig roles, Truth truth) {
    List<ChannelColumns> channels = new ArrayList<>();
    for (ChannelColumns channel : roles.channels()) {
      String column = channel.spend() == null ? channel.exposure() : channel.spend();
      channels.add(
          column != null && truth.channels().contains(column)
              ? new ChannelColumns(column, channel.spend(), channel.exposure())
              : channel);
    }
    return new DataConfig(
        roles.geo(),
        roles.time(),
        roles.outcome(),
        roles.revenuePerKpi(),
        roles.population(),
        channels,
        roles.organic(),
        roles.controls());
  }

  private static void requireSameChannels(List<String> names, Truth truth, Path file) {
    for (String name : names) {
      if (!truth.channels().contains(name)) {
        throw ValidationCode.CHANNEL_NOT_IN_TRUTH.error(
            "%s has no channel '%s', which the data have; its channels are %s."
                .formatted(file, name, String.join(", ", truth.channels())),
            "Use the channel names of the truth in the configuration.");
      }
    }
    for (String name : truth.channels()) {
      if (!names.contains(name)) {
        throw ValidationCode.CHANNEL_NOT_FITTED.error(
            "The channel '%s' of %s is not in the data that are fitted; their channels are %s."
                .formatted(name, file, String.join(", ", names)),
            "Add a channel of that name to the configuration.");
      }
    }
  }
}
