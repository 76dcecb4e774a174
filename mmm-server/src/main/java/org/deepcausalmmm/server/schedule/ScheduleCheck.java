package org.deepcausalmmm.server.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.server.base.ServerCode;
import org.jspecify.annotations.Nullable;

/** Whether a schedule can be carried out. */
public final class ScheduleCheck {
  private final ScheduledSource source;
  private final Optional<MailSettings> mail;

  @Inject
  ScheduleCheck(ScheduledSource source, Optional<MailSettings> mail) {
    this.source = source;
    this.mail = mail;
  }

  /**
   * Requires a source that may be read, and a webhook and mailboxes that can be told.
   *
   * @throws org.deepcausalmmm.server.base.ServerException MMM-USAGE-522 if one of them cannot
   */
  public void require(JsonNode data, @Nullable String webhook, List<String> email) {
    source.check(data);
    if (webhook != null) {
      Webhook.check(webhook);
    }
    if (!email.isEmpty() && mail.isEmpty()) {
      throw ServerCode.SCHEDULE_BAD.error(
          "This server sends no e-mail.", "Start it with --smtp, or give a webhook.");
    }
    email.forEach(Mail::address);
  }
}
