package org.deepcausalmmm.core.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.plugin.PluginReport.RuleResult;
import org.deepcausalmmm.core.plugin.PluginReport.RuleVerdict;

/**
 * The check of a plugin against every rule: first without running its code and, if it passes, by
 * loading it.
 */
public final class PluginChecker {
  private static final String READABLE = "can be read";
  private static final String FACTORIES = "has factories that load and describe themselves";
  private static final String FREE_IDS = "has component ids that no other plugin has";
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
    List<RuleResult> findings = new ArrayList<>();
    findings.add(verdict(READABLE, List.of()));
    boolean identified = true;
    for (PluginRule rule : PluginRule.all()) {
      RuleResult finding =
          rule.needsDescriptor() && !identified ? skipped(rule.title()) : check(rule, archive);
      identified &= !rule.title().equals(PluginRule.DESCRIPTOR) || finding.problems().isEmpty();
      findings.add(finding);
    }
    boolean sound = findings.stream().allMatch(f -> f.verdict() == RuleVerdict.PASS);
    findings.addAll(
        sound
            ? run(archive)
            : Stream.of(FACTORIES, FREE_IDS, CREATES).map(PluginChecker::skipped).toList());
    return new PluginReport(place, findings);
  }

  private RuleResult check(PluginRule rule, PluginArchive archive) {
    try {
      rule.check().check(archive, host);
      return verdict(rule.title(), List.of());
    } catch (MmmException e) {
      return verdict(rule.title(), List.of(e));
    }
  }

  private List<RuleResult> run(PluginArchive archive) {
    try (IsolatedPlugin plugin = new IsolatedPlugin(archive, host)) {
      Components found = plugin.components();
      List<MmmException> clashes = new ArrayList<>();
      List<MmmException> failures = new ArrayList<>();
      for (DiscoveredComponent component : found.discovered()) {
        installed
            .find(component.kind(), component.id())
            .filter(other -> !other.origin().plugin().equals(component.origin().plugin()))
            .ifPresent(other -> clashes.add(PluginErrors.duplicateComponent(other, component)));
        failures.addAll(TrialCreation.problems(component));
      }
      return List.of(
          verdict(FACTORIES, found.problems()),
          verdict(FREE_IDS, clashes),
          verdict(CREATES, failures));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuleResult verdict(String rule, List<MmmException> problems) {
    return new RuleResult(rule, problems.isEmpty() ? RuleVerdict.PASS : RuleVerdict.FAIL, problems);
  }

  private static RuleResult skipped(String rule) {
    return new RuleResult(rule, RuleVerdict.SKIP, List.of());
  }
}
