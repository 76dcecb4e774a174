package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDResource;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Random;

/** The search for fields by which an object could remember something. */
final class Statelessness {
  private Statelessness() {}

  static void check(Object... objects) {
    for (Object object : objects) {
      for (Class<?> type = object.getClass();
          type != null && type != Object.class;
          type = type.getSuperclass()) {
        for (Field field : type.getDeclaredFields()) {
          check(field);
        }
      }
    }
  }

  private static void check(Field field) {
    if (field.isSynthetic()) {
      return; // a coverage tool adds such fields
    }
    String name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
    assertThat(Modifier.isFinal(field.getModifiers())).as("field %s is final", name).isTrue();
    assertThat(field.getType())
        .as("type of field %s: the core owns arrays and random numbers", name)
        .satisfies(
            type -> {
              assertThat(NDResource.class.isAssignableFrom(type)).as("holds an array").isFalse();
              assertThat(NDManager.class.isAssignableFrom(type)).as("holds a manager").isFalse();
              assertThat(Random.class.isAssignableFrom(type)).as("holds a generator").isFalse();
            });
  }
}
