package org.deepcausalmmm.dag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.EdgeConstraints.Pair;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.StructureFactory;
import org.deepcausalmmm.testkit.StructureContract;

class IndependentStructureTest implements StructureContract {
  @Override
  public StructureFactory factory() {
    return new IndependentStructureFactory();
  }

  @Override
  public boolean learnsEdges() {
    return false;
  }

  /** It cannot keep what is required, and says so instead of ignoring it. */
  @Override
  @Example
  public void keepsWhatIsRequired() {
    var known = new EdgeConstraints(Set.of(new Pair(0, 1)), Set.of(), List.of(), List.of());
    var data = ExposureWorld.of(1, 30, 2, List.of(), .1).simulate(1);
    assertThatThrownBy(() -> component().learn(data, known))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-CONFIG-074"));
  }

  @Example
  void noSpendMeansNoExposure() {
    var data = ExposureWorld.of(1, 30, 2, List.of(), .1).simulate(1);
    var learned = component().learn(data, EdgeConstraints.none());
    assertThat(learned.ownEffect()).containsExactly(1, 1);
    assertThat(learned.follow(data.exposure()[0])).isDeepEqualTo(data.exposure()[0]);
  }
}
