package org.deepcausalmmm.server.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.store.Schedule;
import org.deepcausalmmm.server.store.StoredResult;

/** The notice of what a refresh has changed, sent by the webhook and the e-mail of its schedule. */
final class ChangeNotice {
  private final Optional<Mail> mail;

  @Inject
  ChangeNotice(Optional<MailSettings> settings, Clock clock) {
    mail = settings.map(found -> new Mail(found, clock));
  }

  /**
   * Sends the changes; without any it is silent.
   *
   * @return a sentence for each way by which nobody was reached
   */
  List<String> send(Schedule schedule, Optional<StoredResult> run, List<String> changes) {
    List<String> failures = new ArrayList<>();
    if (changes.isEmpty()) {
      return failures;
    }
    String webhook = schedule.plan().webhook();
    if (webhook != null) {
      attempt("webhook", () -> Webhook.send(webhook, message(schedule, run, changes)))
          .ifPresent(failures::add);
    }
    List<String> to = schedule.plan().email();
    if (!to.isEmpty()) {
      attempt("e-mail", () -> mail(to, schedule, run, changes)).ifPresent(failures::add);
    }
    return failures;
  }

  /** A way of telling that may fail. */
  @FunctionalInterface
  private interface Sending {
    void send() throws IOException;
  }

  private static Optional<String> attempt(String way, Sending sending) {
    try {
      sending.send();
      return Optional.empty();
    } catch (IOException | MmmException e) {
      return Optional.of("The %s was not sent: %s.".formatted(way, e.getMessage()));
    }
  }

  private static ObjectNode message(
      Schedule schedule, Optional<StoredResult> run, List<String> changes) {
    ObjectNode message = Json.object();
    message.put("schedule", schedule.plan().name());
    message.put("project", schedule.project());
    message.put("run", run.map(StoredResult::id).orElse(null));
    changes.forEach(message.putArray("changes")::add);
    message.put("text", schedule.plan().name() + ": " + String.join(" ", changes));
    return message;
  }

  private void mail(
      List<String> to, Schedule schedule, Optional<StoredResult> run, List<String> changes)
      throws IOException {
    Mail sender = mail.orElseThrow(() -> new IOException("the server was started without --smtp"));
    String what = changes.size() == 1 ? "1 change" : changes.size() + " changes";
    List<String> lines = new ArrayList<>(changes);
    lines.add("");
    lines.add("Schedule: " + schedule.plan().name());
    lines.add("Project: " + schedule.project());
    run.ifPresent(found -> lines.add("Run: " + found.id()));
    sender.send(
        to, "%s: %s".formatted(schedule.plan().name(), what), String.join("\n", lines) + "\n");
  }
}
