package org.deepcausalmmm.core.plugin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.deepcausalmmm.api.ComponentFactory;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.PriorFactory;
import org.deepcausalmmm.api.SaturationFactory;
import org.deepcausalmmm.api.StructureFactory;
import org.deepcausalmmm.api.TemporalFactory;

/**
 * The discovered components; ids are unique within a kind.
 *
 * @param discovered the components that can be used, in the order of discovery
 * @param problems errors of components that cannot be used
 */
public record Components(List<DiscoveredComponent> discovered, List<MmmException> problems) {

  public Components {
    discovered = List.copyOf(discovered);
    problems = List.copyOf(problems);
  }

  /**
   * Returns the components of given factories, for programs with their own.
   *
   * @throws MmmException with code MMM-PLUGIN-002 if two have the same kind and id
   */
  public static Components of(ComponentFactory<?>... factories) {
    Components components =
        unique(
            Arrays.stream(factories)
                .map(f -> DiscoveredComponent.of(f, PluginOrigin.at(CodeLocation.of(f.getClass()))))
                .toList(),
            List.of());
    if (!components.problems.isEmpty()) {
      throw components.problems.get(0);
    }
    return components;
  }

  /** Returns the first component of each kind and id; every other one becomes a problem. */
  static Components unique(List<DiscoveredComponent> candidates, List<MmmException> earlier) {
    Map<String, DiscoveredComponent> kept = new LinkedHashMap<>();
    List<MmmException> problems = new ArrayList<>(earlier);
    for (DiscoveredComponent candidate : candidates) {
      DiscoveredComponent first =
          kept.putIfAbsent(candidate.kind().key() + " " + candidate.id(), candidate);
      if (first != null) {
        problems.add(PluginErrors.duplicateComponent(first, candidate));
      }
    }
    return new Components(List.copyOf(kept.values()), problems);
  }

  /** Returns these and further components; where ids clash, these stay. */
  public Components plus(Components others) {
    List<DiscoveredComponent> candidates = new ArrayList<>(discovered);
    candidates.addAll(others.discovered);
    List<MmmException> all = new ArrayList<>(problems);
    all.addAll(others.problems);
    return unique(candidates, all);
  }

  /** Returns the component of a kind with an id. */
  public Optional<DiscoveredComponent> find(ComponentKind kind, String id) {
    return ofKind(kind).stream().filter(d -> d.id().equals(id)).findFirst();
  }

  /** Returns the components of a kind, ordered by id. */
  public List<DiscoveredComponent> ofKind(ComponentKind kind) {
    return discovered.stream()
        .filter(d -> d.kind() == kind)
        .sorted(Comparator.comparing(DiscoveredComponent::id))
        .toList();
  }

  /** Returns the temporal factories by id. */
  public Map<String, TemporalFactory> temporal() {
    return byId(ComponentKind.TEMPORAL, TemporalFactory.class);
  }

  /** Returns the structure factories by id. */
  public Map<String, StructureFactory> structure() {
    return byId(ComponentKind.STRUCTURE, StructureFactory.class);
  }

  /** Returns the saturation factories by id. */
  public Map<String, SaturationFactory> saturation() {
    return byId(ComponentKind.SATURATION, SaturationFactory.class);
  }

  /** Returns the loss factories by id. */
  public Map<String, LossFactory> loss() {
    return byId(ComponentKind.LOSS, LossFactory.class);
  }

  /** Returns the prior factories by id. */
  public Map<String, PriorFactory> prior() {
    return byId(ComponentKind.PRIOR, PriorFactory.class);
  }

  private <F> Map<String, F> byId(ComponentKind kind, Class<F> type) {
    Map<String, F> factories = new TreeMap<>();
    ofKind(kind).forEach(d -> factories.put(d.id(), type.cast(d.factory())));
    return factories;
  }
}
