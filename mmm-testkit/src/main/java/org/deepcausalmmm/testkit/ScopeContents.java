package org.deepcausalmmm.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;

/**
 * The arrays that a scope saw.
 *
 * <p>A scope closes what it saw but does not tell. Its private field is read, because nothing else
 * sees arrays that were attached to a manager of the component's own.
 */
final class ScopeContents {
  private ScopeContents() {}

  /** Returns the shapes of the arrays made since the scope was opened that are still alive. */
  static List<String> alive(NDScope scope) {
    try {
      Field field = NDScope.class.getDeclaredField("resources");
      field.setAccessible(true);
      return ((Map<?, ?>) field.get(scope))
          .keySet().stream()
              .map(NDArray.class::cast)
              .filter(array -> !array.isReleased())
              .map(array -> "array of shape " + array.getShape())
              .toList();
    } catch (ReflectiveOperationException change) {
      throw new IllegalStateException("The engine's scopes have changed.", change);
    }
  }
}
