package org.deepcausalmmm.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.store.Credential;
import org.deepcausalmmm.server.store.Page;
import org.deepcausalmmm.server.store.Project;
import org.deepcausalmmm.server.store.User;
import org.jspecify.annotations.Nullable;

/** A request that was let through, and its answer. */
public final class Exchange {
  private static final int MOST_BODY = 1 << 20;
  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST_LIMIT = 500;
  private static final Pattern UNSAFE_IN_HEADER = Pattern.compile("[^A-Za-z0-9._-]");

  private final Context context;
  private final String requestId;
  private final @Nullable Credential credential;
  private final @Nullable Project project;

  Exchange(
      Context context,
      String requestId,
      @Nullable Credential credential,
      @Nullable Project project) {
    this.context = context;
    this.requestId = requestId;
    this.credential = credential;
    this.project = project;
  }

  /** Returns the id by which logs and the audit name the request. */
  public String requestId() {
    return requestId;
  }

  /** Returns who sends the request, with the role. */
  public Credential credential() {
    if (credential == null) {
      throw ServerCode.NOT_SIGNED_IN.error(
          "Nobody is signed in.", "Open the link that the server printed, or send a token.");
    }
    return credential;
  }

  /** Returns who sends the request. */
  public User user() {
    return credential().user();
  }

  /** Returns the project of the path. */
  public Project project() {
    if (project == null) {
      throw new IllegalStateException("The route " + context.path() + " is of no project.");
    }
    return project;
  }

  /**
   * Returns an identifier of the path.
   *
   * @throws ServerException MMM-USAGE-501 if it has not the form of one: then nothing has it
   */
  public String id(String name) {
    String value = context.pathParam(name);
    if (!Ids.valid(value)) {
      throw absent(name, value);
    }
    return value;
  }

  /** Returns a part of the path as it was sent. */
  public String part(String name) {
    return context.pathParam(name);
  }

  /** Returns what to say of something that is not there, or not for this user. */
  public static ServerException absent(String what, String id) {
    return ServerCode.NOT_FOUND.error(
        "There is no %s '%s'.".formatted(what, JsonFields.shown(id)),
        "Check the id; what belongs to other projects is not shown.");
  }

  /** Returns a parameter of the query. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name));
  }

  /** Returns a header of the request. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  /** Returns a cookie of the request. */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(context.cookie(name));
  }

  /**
   * Reads the body as an object with known fields; no body is an empty object.
   *
   * @throws ServerException MMM-USAGE-509 if it is too large, MMM-USAGE-511 if it is no JSON
   */
  public JsonFields body(String... fields) throws IOException {
    return JsonFields.of(json(), List.of(fields));
  }

  /**
   * Reads the body as JSON; no body is an empty object.
   *
   * @throws ServerException MMM-USAGE-509 if it is too large, MMM-USAGE-511 if it is no JSON
   */
  public JsonNode json() throws IOException {
    byte[] bytes = upload().readNBytes(MOST_BODY + 1);
    if (bytes.length > MOST_BODY) {
      throw ServerCode.TOO_LARGE.error(
          "The body is larger than %d bytes.".formatted(MOST_BODY), "Send less.");
    }
    if (bytes.length == 0) {
      return Json.object();
    }
    try {
      return Json.read(bytes);
    } catch (IOException e) {
      throw ServerCode.BODY_NOT_JSON.error(
          "The body is not JSON in which each field appears once.",
          "Send a JSON object in UTF-8, nested at most 50 deep.",
          e);
    }
  }

  /** Returns the body as a stream. */
  public InputStream upload() {
    return context.bodyInputStream();
  }

  /**
   * Returns which stretch of a list is asked for.
   *
   * @throws ServerException MMM-USAGE-514 if limit or cursor are none
   */
  public Page.Request pageRequest() {
    int limit = query("limit").map(Exchange::limit).orElse(DEFAULT_LIMIT);
    long before = query("cursor").map(Exchange::cursor).orElse(Long.MAX_VALUE);
    return new Page.Request(before, limit);
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw JsonFields.bad("limit", "must be a whole number from 1 to " + MOST_LIMIT);
  }

  private static long cursor(String text) {
    try {
      String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      return Long.parseLong(decoded);
    } catch (IllegalArgumentException e) {
      throw JsonFields.bad("cursor", "must be the 'next' of the page before");
    }
  }

  /** Answers with a page of a list. */
  public void page(Page<? extends JsonNode> page) {
    ObjectNode node = Json.object();
    ArrayNode items = node.putArray("items");
    page.items().forEach(items::add);
    Long next = page.next();
    if (next == null) {
      node.putNull("next");
    } else {
      node.put(
          "next",
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(Long.toString(next).getBytes(StandardCharsets.US_ASCII)));
    }
    answer(node);
  }

  /** Answers with a value, or with 304 if the client has it already. */
  public void answer(JsonNode node) {
    byte[] bytes = Json.bytes(node);
    if (!unchanged(tag(bytes))) {
      bytes("application/json", bytes);
    }
  }

  private static String tag(byte[] bytes) {
    return Ids.sha256(new String(bytes, StandardCharsets.UTF_8)).substring(0, 32);
  }

  /**
   * Sets the ETag, and answers with 304 if the client has this version already.
   *
   * @return whether the answer is complete
   */
  public boolean unchanged(String version) {
    String tag = '"' + version + '"';
    context.header("ETag", tag).header("Cache-Control", "private, no-cache");
    boolean known = header("If-None-Match").map(sent -> matches(sent, tag)).orElse(false);
    if (known) {
      context.status(304);
    }
    return known;
  }

  private static boolean matches(String sent, String tag) {
    for (String one : sent.split(",", -1)) {
      String plain = one.strip();
      if (plain.equals("*") || plain.equals(tag) || plain.equals("W/" + tag)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Requires that the client knows the present state, if it says which state it knows.
   *
   * @throws ServerException MMM-USAGE-508 if somebody has changed it meanwhile
   */
  public void requireKnown(JsonNode present) {
    String tag = '"' + tag(Json.bytes(present)) + '"';
    header("If-Match")
        .filter(sent -> !matches(sent, tag))
        .ifPresent(
            sent -> {
              throw ServerCode.CHANGED_MEANWHILE.error(
                  "It was changed since you read it.", "Read it again, then repeat the change.");
            });
  }

  /** Answers that something was made, and where it is. */
  public void created(String place, JsonNode node) {
    context.status(201).header("Location", place);
    bytes("application/json", Json.bytes(node));
  }

  /** Answers that something was begun, and where to look for it. */
  public void accepted(String place, JsonNode node) {
    context.status(202).header("Location", place);
    bytes("application/json", Json.bytes(node));
  }

  /** Answers that it is done. */
  public void done() {
    context.status(204);
  }

  /** Answers with another status than 200. */
  public void status(int status) {
    context.status(status);
  }

  /** Answers with bytes. */
  public void bytes(String mediaType, byte[] bytes) {
    context.contentType(mediaType).result(bytes);
  }

  /** Answers with what a stream holds. */
  public void stream(String mediaType, InputStream stream) {
    context.contentType(mediaType).result(stream);
  }

  /** Sets the name under which a browser saves the answer, reduced to harmless characters. */
  public void attachment(String name) {
    String plain = UNSAFE_IN_HEADER.matcher(name).replaceAll("_");
    context.header("Content-Disposition", "attachment; filename=\"" + plain + "\"");
  }

  /** Sends the browser elsewhere on this server. */
  public void redirect(String place) {
    context.redirect(place);
  }

  /** Adds a header to the answer. */
  public void setHeader(String name, String value) {
    context.header(name, value);
  }

  /** Returns whether the client would rather have another media type than JSON. */
  public boolean accepts(String mediaType) {
    return header("Accept")
        .map(accept -> accept.toLowerCase(Locale.ROOT).contains(mediaType))
        .orElse(false);
  }

  /** Answers later, from another thread, without holding this one. */
  public void later(Supplier<CompletableFuture<?>> answer) {
    context.future(answer::get);
  }

  /** Returns the stream to write an answer to that goes on for long, uncompressed. */
  public java.io.OutputStream rawOutput(String mediaType) throws IOException {
    context.res().setStatus(200);
    context.res().setContentType(mediaType);
    context.res().setHeader("Cache-Control", "no-cache");
    context.res().setHeader("X-Accel-Buffering", "no");
    context.res().flushBuffer();
    return context.res().getOutputStream();
  }

  /** Returns the stream to write an answer to whose length is not known, compressed if asked. */
  public java.io.OutputStream output(String mediaType) {
    context.contentType(mediaType);
    return context.outputStream();
  }

  /** Returns the values of a parameter that may stand several times. */
  public List<String> all(String name) {
    return new ArrayList<>(context.queryParams(name));
  }

  /** Returns the address of the client. */
  public String address() {
    return context.ip();
  }
}
