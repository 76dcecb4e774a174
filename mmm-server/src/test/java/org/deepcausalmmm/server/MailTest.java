package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.schedule.MailSettings;
import org.deepcausalmmm.server.schedule.ScheduleCheck;
import org.deepcausalmmm.server.schedule.Scheduler;
import org.deepcausalmmm.server.schedule.SourceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedules that tell of changes by e-mail, with a mail server in this process. */
class MailTest {
  private static final String PASSWORD = "sesame-sesame";

  @TempDir private Path directory;
  private final GreenMail post =
      new GreenMail(ServerSetup.verbose(new ServerSetup[] {new ServerSetup(0, null, "smtp")}));

  @BeforeEach
  void startPost() {
    post.start();
    post.setUser("mmm@brand.example", "mmm", PASSWORD);
  }

  @AfterEach
  void stopPost() {
    post.stop();
  }

  private MailSettings settings(String password) {
    return MailSettings.of(
        "smtp://127.0.0.1:" + post.getSmtp().getPort(), "mmm@brand.example", "mmm", password);
  }

  private MmmServerBuilder server(MailSettings mail) throws IOException {
    Path source = Files.createDirectories(directory.resolve("export"));
    Files.writeString(
        source.resolve("sales.csv"), SmallTable.csv().replace("2024-01-01", "2023-12-31"));
    return Servers.in(directory.resolve("data"))
        .sources(new SourceSettings(List.of(source), Map.of()))
        .mail(mail);
  }

  /** Refreshes a run by a schedule and returns the schedule when it has told. */
  private static JsonNode refreshed(MmmServer server, List<String> mailboxes) {
    Client owner = Client.token(server, "admin");
    String project = owner.project("Shoes");
    ObjectNode plan = Json.object().put("name", "Weekly, Ü");
    plan.put("run", Servers.run(owner, project));
    plan.set("source", Json.object().put("file", "."));
    mailboxes.forEach(plan.putArray("email")::add);
    Client.Answer made = owner.post(project + "/schedules", plan);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    String schedule = project + "/schedules/" + made.json().get("id").asText();
    owner.patch(schedule, Json.object().put("dueNow", true));
    server.part(Scheduler.class).look();
    String job = owner.get(project + "/jobs").json().at("/items/0/id").asText();
    Servers.finished(owner, project, job);
    server.part(Scheduler.class).look();
    return owner.get(schedule).json();
  }

  @Test
  void everyMailboxIsToldWhatChanged() throws Exception {
    try (MmmServer server = server(settings(PASSWORD)).start()) {
      JsonNode schedule =
          refreshed(server, List.of("ada@brand.example", "\"Bob B.\" <bob@brand.example>"));
      assertThat(schedule.get("lastError").isNull()).as(schedule.toString()).isTrue();
      assertThat(schedule.get("email")).hasSize(2);
      assertThat(post.waitForIncomingEmail(20_000, 2)).isTrue();
      MimeMessage message = post.getReceivedMessages()[0];
      assertThat(message.getSubject()).isEqualTo("Weekly, Ü: 2 changes");
      assertThat(message.getFrom()[0].toString()).isEqualTo("mmm@brand.example");
      assertThat(message.getAllRecipients()).hasSize(2);
      assertThat(GreenMailUtil.getBody(message))
          .contains("ROI of tv: 9.9, outside its earlier interval 1.5 to 2.8.")
          .contains("evidence: fail, was review")
          .contains("Run: job_");
    }
  }

  @Test
  void mailThatIsNotTakenIsNotedInTheScheduleWithoutThePassword() throws Exception {
    try (MmmServer server = server(settings("wrong-" + PASSWORD)).start()) {
      JsonNode schedule = refreshed(server, List.of("ada@brand.example"));
      assertThat(schedule.get("lastError").asText())
          .startsWith("The e-mail was not sent: the mail server 127.0.0.1:")
          .doesNotContain("sesame");
      assertThat(schedule.get("lastJob").asText()).startsWith("job_");
      assertThat(schedule.get("run").asText()).isEqualTo(schedule.get("lastJob").asText());
    }
  }

  @Test
  void whatIsNoMailboxIsRefused() throws Exception {
    try (MmmServer server = server(settings(PASSWORD)).start()) {
      Client owner = Client.token(server, "admin");
      String project = owner.project("Shoes");
      ObjectNode plan = Json.object().put("name", "weekly");
      plan.put("run", Servers.run(owner, project));
      plan.set("source", Json.object().put("file", "."));
      for (String wrong :
          List.of("ada", "", "a@b.example\r\nBcc: c@d.example", "list: a@b.example;", "a@b, c@d")) {
        plan.putArray("email").add(wrong);
        Client.Answer refused = owner.post(project + "/schedules", plan);
        assertThat(refused.status()).as(wrong).isBetween(400, 422);
        assertThat(refused.json().get("advice").asText()).as(wrong).isNotBlank();
      }
      assertThat(owner.get(project + "/schedules").json().get("items")).isEmpty();
    }
    assertThat(post.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerWithoutMailSaysSoBeforeAnyRefresh() throws IOException {
    try (MmmServer server =
        Servers.in(directory.resolve("data"))
            .sources(new SourceSettings(List.of(directory), Map.of()))
            .start()) {
      ScheduleCheck check = server.part(ScheduleCheck.class);
      assertThatThrownBy(
              () ->
                  check.require(Json.object().put("file", "."), null, List.of("ada@brand.example")))
          .hasMessageContaining("This server sends no e-mail");
    }
  }

  @Test
  void anAddressDecidesHowTheWayIsEncrypted() {
    assertThat(MailSettings.of("smtps://192.0.2.1", "a@b.example", null, null))
        .returns(465, MailSettings::port)
        .returns(MailSettings.Security.TLS, MailSettings::security);
    assertThat(MailSettings.of("smtp://192.0.2.1", "a@b.example", null, null))
        .returns(587, MailSettings::port)
        .returns(MailSettings.Security.STARTTLS, MailSettings::security);
    assertThat(MailSettings.of("smtp://127.0.0.1:2525", "a@b.example", null, null).security())
        .isEqualTo(MailSettings.Security.NONE);
    assertThatThrownBy(() -> MailSettings.of("mail.example", "a@b.example", null, null))
        .hasMessageContaining("smtp://HOST:PORT");
  }
}
