package org.deepcausalmmm.server.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.deepcausalmmm.server.http.Exchange;

/**
 * The data of charts as gzip, made and packed once: a result never changes, and for a run with many
 * regions making them took more time than everything else about a page.
 */
final class ChartCache {
  private static final int MOST = 24;

  private final Map<String, SoftReference<byte[]>> known = RecentMap.ofMost(MOST);

  /** Answers with data that stand under a key, which are made if they are not known. */
  void answer(Exchange exchange, String key, Supplier<String> json) {
    if (exchange.header("Accept-Encoding").filter(sent -> sent.contains("gzip")).isEmpty()) {
      exchange.bytes("application/json", json.get().getBytes(StandardCharsets.UTF_8));
      return;
    }
    byte[] bytes = packed(key, json);
    exchange.setHeader("Vary", "Accept-Encoding");
    exchange.setHeader("Content-Encoding", "gzip");
    exchange.bytes("application/json", bytes);
  }

  private byte[] packed(String key, Supplier<String> json) {
    synchronized (known) {
      SoftReference<byte[]> kept = known.get(key);
      byte[] bytes = kept == null ? null : kept.get();
      if (bytes != null) {
        return bytes;
      }
    }
    byte[] bytes = gzip(json.get());
    synchronized (known) {
      known.put(key, new SoftReference<>(bytes));
    }
    return bytes;
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
