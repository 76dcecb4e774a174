package org.deepcausalmmm.data.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a channel's exposure comes about, which decides how readily it is taken to follow demand. */
public enum ChannelRole {
  /** Delivered where demand is, as in auctions: paid search, shopping, retargeting, affiliates. */
  CAPTURE(
      "search",
      "sea",
      "sem",
      "ppc",
      "adwords",
      "shopping",
      "retargeting",
      "remarketing",
      "affiliate",
      "affiliates",
      "criteo",
      "pmax",
      "branded"),
  /** Delivered as planned, whatever demand is: television, radio, print, posters. */
  PLANNED(
      "tv",
      "television",
      "radio",
      "print",
      "newspaper",
      "magazine",
      "ooh",
      "outdoor",
      "billboard",
      "cinema");

  private final List<String> words;

  ChannelRole(String... words) {
    this.words = List.of(words);
  }

  /** Returns the word of a configuration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the role that a channel's name suggests; the user decides. */
  public static Optional<ChannelRole> suggestedBy(String channel) {
    List<String> parts = List.of(channel.toLowerCase(Locale.ROOT).split("[^a-z]+"));
    return Arrays.stream(values())
        .filter(role -> role.words.stream().anyMatch(parts::contains))
        .findFirst();
  }
}
