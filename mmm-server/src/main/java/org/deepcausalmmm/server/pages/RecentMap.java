package org.deepcausalmmm.server.pages;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of the entries that were looked at last. */
final class RecentMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  private RecentMap(int most) {
    super(most, 0.75f, true);
    this.most = most;
  }

  /** Returns an empty map that forgets what was not looked at for the longest time. */
  static <K, V> RecentMap<K, V> ofMost(int most) {
    return new RecentMap<>(most);
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
