package org.deepcausalmmm.core.error;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** The error codes of plugins and their components; docs/plugins.md explains each. */
public enum PluginCode {
  UNKNOWN_COMPONENT(1),
  DUPLICATE_COMPONENT(2),
  FACTORY_FAILS(3),
  BROKEN_SERVICES(4),
  CANNOT_CREATE(5),
  LINKAGE(6),
  NO_DESCRIPTOR(10),
  BAD_DESCRIPTOR(11),
  NEWER_API(12),
  OLDER_API(13),
  NEWER_JAVA(14),
  DUPLICATE_PLUGIN(15),
  RESERVED_PREFIX(16),
  BUNDLED_HOST_CLASSES(17),
  NO_FACTORY(18),
  UNREADABLE(19),
  LOOSE_JAR(20),
  INSTALLED(21),
  UNSAFE_ID(22),
  UNUSABLE_ID(23),
  DIRECTORY_NOT_EMPTY(24),
  MIGRATION_FAILS(26),
  COMPONENT_FAILS(27),
  MISSING_COMPONENT(401),
  CHANGED_COMPONENT(402),
  CHANGED_OPTIONS(403);

  private final int number;

  PluginCode(int number) {
    this.number = number;
  }

  /** Returns an error with this code. */
  public MmmException error(String what, String advice) {
    return error(what, advice, null);
  }

  /** Returns an error with this code that another one caused. */
  public MmmException error(String what, String advice, @Nullable Throwable cause) {
    return new MmmException(ErrorKind.PLUGIN, number, what, advice, cause);
  }

  /** Returns whether an error has this code. */
  public boolean isCodeOf(Throwable error) {
    return error instanceof MmmException known
        && known.kind() == ErrorKind.PLUGIN
        && known.number() == number;
  }
}
