package org.example.category;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import net.jqwik.api.Example;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.PriorFactory;
import org.deepcausalmmm.testkit.PriorContract;

/** Runs the contract of every prior component. */
class CategoryPriorTest implements PriorContract {
  @Override
  public PriorFactory factory() {
    return new CategoryFactory();
  }

  @Override
  public Map<String, ?> options() {
    return Map.of("channels", "tv, radio");
  }

  @Example
  void refusesACategoryOfOneChannel() {
    Options options = new Options(Map.of("channels", "tv", "sd", 0.3));
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> factory().create(options))
        .withMessageContaining("only the channel 'tv'");
  }
}
