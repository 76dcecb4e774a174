package org.deepcausalmmm.cli.base;

/** The class that a process of this application is started with. */
public final class EntryPoint {
  /** Its name; the class itself depends on all commands. */
  public static final String MAIN_CLASS = "org.deepcausalmmm.cli.Mmm";

  private EntryPoint() {}
}
