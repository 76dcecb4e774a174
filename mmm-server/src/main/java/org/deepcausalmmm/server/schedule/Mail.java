package org.deepcausalmmm.server.schedule;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.deepcausalmmm.server.base.ServerCode;

/** Notifications by e-mail, as plain text. */
final class Mail {
  private static final String PATIENCE_MILLIS = "10000";

  private final MailSettings settings;
  private final Clock clock;

  Mail(MailSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Requires that a text is the address of one mailbox.
   *
   * @throws org.deepcausalmmm.server.base.ServerException MMM-USAGE-522 if it is not
   */
  static InternetAddress address(String text) {
    try {
      InternetAddress address = new InternetAddress(text, true);
      boolean oneLine = text.chars().noneMatch(c -> c < ' ');
      if (oneLine && !address.isGroup() && address.getAddress().contains("@")) {
        return address;
      }
    } catch (AddressException e) {
      // Refused below.
    }
    throw ServerCode.SCHEDULE_BAD.error(
        "'%s' is not an e-mail address.".formatted(text.replaceAll("\\p{Cntrl}", " ")),
        "Give one such as ada@brand.example.");
  }

  /**
   * Sends a message.
   *
   * @param to the addresses, each of which was checked
   * @throws IOException if the mail server does not take it
   */
  void send(List<String> to, String subject, String text) throws IOException {
    try {
      MimeMessage message = new MimeMessage(session());
      message.setFrom(address(settings.from()));
      for (String one : to) {
        message.addRecipient(Message.RecipientType.TO, address(one));
      }
      message.setSubject(subject.replaceAll("\\p{Cntrl}", " "), StandardCharsets.UTF_8.name());
      message.setText(text, StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(clock.instant()));
      Transport.send(message, settings.user(), settings.password());
    } catch (MessagingException e) {
      throw new IOException(
          "the mail server %s did not accept it: %s".formatted(settings, firstLine(e)), e);
    }
  }

  private static String firstLine(MessagingException error) {
    return String.valueOf(error.getMessage()).lines().findFirst().orElse("no reason given").strip();
  }

  private Session session() {
    boolean tls = settings.security() == MailSettings.Security.TLS;
    Properties properties = new Properties();
    properties.put("mail.smtp.host", settings.host());
    properties.put("mail.smtp.port", Integer.toString(settings.port()));
    properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
    properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean upgraded = settings.security() == MailSettings.Security.STARTTLS;
    properties.put("mail.smtp.starttls.enable", Boolean.toString(upgraded));
    properties.put("mail.smtp.starttls.required", Boolean.toString(upgraded));
    properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
    return Session.getInstance(properties);
  }
}
