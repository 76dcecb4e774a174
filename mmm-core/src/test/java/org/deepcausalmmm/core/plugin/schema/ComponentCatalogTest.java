package org.deepcausalmmm.core.plugin.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.core.plugin.Components;
import org.junit.jupiter.api.Test;

class ComponentCatalogTest {
  @Test
  void listsEveryComponentWithItsPlugin() {
    Components components = ComponentDiscovery.fromClassPath();
    ComponentCatalog catalog = ComponentCatalog.of(components);

    assertThat(catalog.rows()).hasSameSizeAs(components.discovered());
    assertThat(catalog.rows())
        .filteredOn(row -> row.id().equals("gru"))
        .singleElement()
        .satisfies(row -> assertThat(row.kind()).isEqualTo("temporal"))
        .satisfies(row -> assertThat(row.plugin()).startsWith("mmm-temporal-gru "))
        .satisfies(row -> assertThat(row.licence()).isEqualTo("Apache-2.0"))
        .satisfies(row -> assertThat(row.options()).contains("max_lag=26"));
  }

  @Test
  void alignsTheColumns() {
    List<String> lines = ComponentCatalog.of(ComponentDiscovery.fromClassPath()).lines();

    int idColumn = lines.get(0).indexOf("id");
    assertThat(lines).allSatisfy(line -> assertThat(line.charAt(idColumn - 1)).isEqualTo(' '));
    assertThat(lines).anySatisfy(line -> assertThat(line.substring(idColumn)).startsWith("gru "));
  }

  @Test
  void marksARequiredOptionByTheLackOfADefault() {
    ComponentCatalog catalog = ComponentCatalog.of(Components.of(new SamplePrior()));

    assertThat(catalog.rows().get(0).options())
        .isEqualTo("channel mean power=2 marginal=false scale=log");
  }
}
