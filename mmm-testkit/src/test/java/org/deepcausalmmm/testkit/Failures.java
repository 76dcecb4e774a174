package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs a contract as an author would and reports what failed, by name of the property. */
record Failures(Map<String, String> messages, long passed) {

  static Failures of(Class<?> test) {
    Events events =
        EngineTestKit.engine("jqwik")
            .configurationParameter("jqwik.reporting.usejunitplatform", "true")
            .configurationParameter("jqwik.shrinking.default", "OFF")
            .selectors(selectClass(test))
            .execute()
            .testEvents();
    Map<String, String> messages = new TreeMap<>();
    events.failed().stream()
        .forEach(
            event ->
                messages.put(
                    event.getTestDescriptor().getDisplayName(),
                    event
                        .getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .map(Throwable::toString)
                        .orElse("")));
    return new Failures(messages, events.succeeded().count());
  }

  /** Asserts that these properties failed and no other, and that one says why. */
  void assertExactly(String reason, String... properties) {
    assertThat(passed).as("properties that passed").isPositive();
    assertThat(messages.keySet()).as("%s", messages).containsExactlyInAnyOrder(properties);
    assertThat(messages.get(properties[0])).as("reason of %s", properties[0]).contains(reason);
  }

  /** Asserts that this property failed and says why, whatever else broke with it. */
  void assertIncludes(String reason, String property) {
    assertThat(messages).as("%s", messages).containsKey(property);
    assertThat(messages.get(property)).as("reason of %s", property).contains(reason);
  }
}
