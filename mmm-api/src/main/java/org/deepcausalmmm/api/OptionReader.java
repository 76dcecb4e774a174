package org.deepcausalmmm.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The check of option values against their declarations. */
final class OptionReader {
  private final String owner;
  private final List<OptionSpec> specs;

  OptionReader(String owner, List<OptionSpec> specs) {
    this.owner = owner;
    this.specs = specs;
  }

  Map<String, Object> read(Map<String, Object> given) {
    refuseUnknown(given.keySet());
    Map<String, Object> values = new LinkedHashMap<>();
    for (OptionSpec spec : specs) {
      Object raw = given.get(spec.name());
      Object value = raw == null ? spec.defaultValue() : convert(spec, raw);
      if (value == null) {
        throw new MmmException(
            ErrorKind.CONFIG,
            12,
            "%s needs the option '%s' (%s)".formatted(owner, spec.name(), spec.doc()),
            "Add '%s: ...' beside its type.".formatted(spec.name()));
      }
      values.put(spec.name(), value);
    }
    return values;
  }

  /** Runs first, since a required option may be missing because it was misspelt. */
  private void refuseUnknown(Set<String> given) {
    for (String name : given) {
      if (specs.stream().noneMatch(spec -> spec.name().equals(name))) {
        throw new MmmException(
            ErrorKind.CONFIG, 11, "%s has no option '%s'.".formatted(owner, name), known(name));
      }
    }
  }

  private String known(String name) {
    if (specs.isEmpty()) {
      return "It takes no options; remove '%s'.".formatted(name);
    }
    List<String> names = specs.stream().map(OptionSpec::name).toList();
    return NearestName.of(name, names)
        .map("Maybe you meant '%s'."::formatted)
        .orElse("Its options are: " + String.join(", ", names) + ".");
  }

  private Object convert(OptionSpec spec, Object raw) {
    return switch (spec.type()) {
      case INTEGER -> integer(spec, raw);
      case NUMBER -> number(spec, raw);
      case FLAG -> flag(spec, raw);
      case TEXT -> text(spec, raw);
    };
  }

  private Object integer(OptionSpec spec, Object raw) {
    if (raw instanceof Integer || raw instanceof Long) {
      bounded(spec, ((Number) raw).doubleValue(), raw);
      return Math.toIntExact(((Number) raw).longValue());
    }
    throw mismatch(spec, raw, "a whole number");
  }

  private Object number(OptionSpec spec, Object raw) {
    if (raw instanceof Number number) {
      bounded(spec, number.doubleValue(), raw);
      return number.doubleValue();
    }
    throw mismatch(spec, raw, "a number");
  }

  private Object flag(OptionSpec spec, Object raw) {
    if (raw instanceof Boolean) {
      return raw;
    }
    throw mismatch(spec, raw, "true or false");
  }

  private Object text(OptionSpec spec, Object raw) {
    if (!(raw instanceof String text)) {
      throw mismatch(spec, raw, "a text");
    }
    if (!spec.choices().isEmpty() && !spec.choices().contains(text)) {
      throw mismatch(spec, raw, "one of " + String.join(", ", spec.choices()));
    }
    return text;
  }

  private void bounded(OptionSpec spec, double value, Object raw) {
    if (!(value >= spec.minimum() && value <= spec.maximum())) {
      throw new MmmException(
          ErrorKind.CONFIG,
          14,
          "Option '%s' of %s is %s.".formatted(spec.name(), owner, raw),
          "Give a value between %s and %s."
              .formatted(plain(spec.minimum()), plain(spec.maximum())));
    }
  }

  private MmmException mismatch(OptionSpec spec, Object raw, String wanted) {
    return new MmmException(
        ErrorKind.CONFIG,
        13,
        "Option '%s' of %s is '%s', not %s.".formatted(spec.name(), owner, raw, wanted),
        "It means: " + spec.doc());
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) && Math.abs(bound) < 1e9
        ? Long.toString((long) bound)
        : Double.toString(bound);
  }

  @Override
  public String toString() {
    return owner + specs.stream().map(OptionSpec::name).collect(Collectors.joining(", ", "(", ")"));
  }
}
