package org.deepcausalmmm.server.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Whether a schedule can be carried out. */
public final class ScheduleCheck {
  private final ScheduledSource source;

  @Inject
  ScheduleCheck(ScheduledSource source) {
    this.source = source;
  }

  /**
   * Requires a source that may be read and a webhook that can be told.
   *
   * @throws org.deepcausalmmm.server.base.ServerException MMM-USAGE-522 if one of them cannot
   */
  public void require(JsonNode data, @Nullable String webhook) {
    source.check(data);
    if (webhook != null) {
      Webhook.check(webhook);
    }
  }
}
