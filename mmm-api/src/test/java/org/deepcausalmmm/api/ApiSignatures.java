package org.deepcausalmmm.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Writes down everything of the plugin interfaces that a plugin can compile against. */
final class ApiSignatures {
  private ApiSignatures() {}

  /** Returns the types that plugins see, ordered by name. */
  static List<Class<?>> types() {
    try {
      Path classes =
          Path.of(ApiLevel.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path directory = classes.resolve(ApiLevel.class.getPackageName().replace('.', '/'));
      try (Stream<Path> files = Files.list(directory)) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
            .map(name -> name.substring(0, name.length() - ".class".length()))
            .sorted()
            .<Class<?>>map(ApiSignatures::load)
            .filter(ApiSignatures::isVisible)
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String simpleName) {
    try {
      String name = ApiLevel.class.getPackageName() + "." + simpleName;
      return Class.forName(name, false, ApiLevel.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isVisible(Class<?> type) {
    return isVisible(type.getModifiers())
        && !type.isAnonymousClass()
        && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /** Returns one line for each type and, indented, for each of its members. */
  static List<String> dump() {
    List<String> lines = new ArrayList<>();
    for (Class<?> type : types()) {
      lines.add(describe(type));
      Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
          .flatMap(Arrays::stream)
          .filter(member -> isVisible(member.getModifiers()) && !((Member) member).isSynthetic())
          .map(member -> "  " + describe(member))
          .sorted()
          .forEach(lines::add);
    }
    return lines;
  }

  private static String describe(Class<?> type) {
    String parents =
        Stream.concat(
                Stream.ofNullable(type.getGenericSuperclass()),
                Arrays.stream(type.getGenericInterfaces()))
            .map(Type::getTypeName)
            .collect(Collectors.joining(", "));
    String status = status(type).map(s -> " [" + s + "]").orElse("");
    return type.toGenericString() + (parents.isEmpty() ? "" : " : " + parents) + status;
  }

  private static String describe(AnnotatedElement member) {
    if (member instanceof Field field) {
      return field.toGenericString();
    }
    return member instanceof Constructor<?> constructor
        ? constructor.toGenericString()
        : ((Method) member).toGenericString();
  }

  /** Returns the status of a type; a nested type has that of the one around it. */
  static Optional<API.Status> status(Class<?> type) {
    API api = type.getAnnotation(API.class);
    if (api != null) {
      return Optional.of(api.status());
    }
    Class<?> enclosing = type.getEnclosingClass();
    return enclosing == null ? Optional.empty() : status(enclosing);
  }

  /** Returns a short name for a dump, which changes whenever the dump does. */
  static String digest(List<String> dump) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", dump).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
