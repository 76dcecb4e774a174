package org.deepcausalmmm.core.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.plugin.PluginReport.Finding;
import org.deepcausalmmm.core.plugin.PluginReport.Verdict;

/**
 * The check of a plugin against every rule: first without running its code and, if it passes, by
 * loading it.
 */
public final class PluginChecker {
  private static final String READABLE = "can be read";
  private static final String FACTORIES = "has factories that load and describe themselves";
  private static final String FREE_IDS = "brings component ids that no other plugin has";
  private static final String CREATES = "creates its components, which declare their parameters";

  private final HostPlatform host;
  private final Components installed;

  /** Creates a checker that disregards other plugins. */
  public PluginChecker() {
    this(new Components(List.of(), List.of()));
  }

  /**
   * Creates a checker that knows the installed components.
   *
   * @param installed components whose ids are taken, unless by the same plugin
   */
  public PluginChecker(Components installed) {
    this(HostPlatform.current(), installed);
  }

  PluginChecker(HostPlatform host, Components installed) {
    this.host = host;
    this.installed = installed;
  }

  /** Checks a jar, or a directory with the jars of one plugin. */
  public PluginReport check(Path place) {
    PluginArchive archive;
    try {
      archive = PluginArchive.read(place);
    } catch (MmmException e) {
      return new PluginReport(place, List.of(verdict(READABLE, List.of(e))));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(verdict(READABLE, List.of()));
    boolean identified = true;
    for (PluginRule rule : PluginRule.all()) {
      Finding finding =
          rule.needsDescriptor() && !identified ? skipped(rule.title()) : check(rule, archive);
      identified &= !rule.title().equals(PluginRule.DESCRIPTOR) || finding.problems().isEmpty();
      findings.add(finding);
    }
    boolean sound = findings.stream().allMatch(f -> f.verdict() == Verdict.PASS);
    findings.addAll(
        sound
            ? run(archive)
            : Stream.of(FACTORIES, FREE_IDS, CREATES).map(PluginChecker::skipped).toList());
    return new PluginReport(place, findings);
  }

  private Finding check(PluginRule rule, PluginArchive archive) {
    try {
      rule.check().check(archive, host);
      return verdict(rule.title(), List.of());
    } catch (MmmException e) {
      return verdict(rule.title(), List.of(e));
    }
  }

  private List<Finding> run(PluginArchive archive) {
    try (IsolatedPlugin plugin = new IsolatedPlugin(archive, host)) {
      Components brought = plugin.components();
      List<MmmException> clashes = new ArrayList<>();
      List<MmmException> failures = new ArrayList<>();
      for (DiscoveredComponent component : brought.discovered()) {
        installed
            .find(component.kind(), component.id())
            .filter(other -> !other.origin().plugin().equals(component.origin().plugin()))
            .ifPresent(other -> clashes.add(PluginErrors.duplicateComponent(other, component)));
        failures.addAll(TrialCreation.problems(component));
      }
      return List.of(
          verdict(FACTORIES, brought.problems()),
          verdict(FREE_IDS, clashes),
          verdict(CREATES, failures));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Finding verdict(String rule, List<MmmException> problems) {
    return new Finding(rule, problems.isEmpty() ? Verdict.PASS : Verdict.FAIL, problems);
  }

  private static Finding skipped(String rule) {
    return new Finding(rule, Verdict.SKIP, List.of());
  }
}
