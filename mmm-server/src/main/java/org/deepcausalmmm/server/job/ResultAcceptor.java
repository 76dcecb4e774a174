package org.deepcausalmmm.server.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.store.Claim;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.JobKind;
import org.deepcausalmmm.server.store.Manifest;
import org.deepcausalmmm.server.store.ResultStore;
import org.deepcausalmmm.server.store.StoredResult;
import org.jspecify.annotations.Nullable;

/**
 * The acceptance of what a worker has written. The directory moves to its place in one step, and
 * only then the database says that the job is done; whoever is killed in between finds the
 * directory there.
 */
final class ResultAcceptor {
  private static final long MOST_SUMMARY = 1 << 20;

  private final DataDirectory directory;
  private final ResultStore results;

  @Inject
  ResultAcceptor(DataDirectory directory, ResultStore results) {
    this.directory = directory;
    this.results = results;
  }

  /** Returns whether an earlier attempt has left a result in its place. */
  boolean isThere(Claim claim) {
    return Files.isDirectory(directory.result(claim.job().id()));
  }

  /** Takes a directory over, or the one that is in its place already. */
  boolean accept(Claim claim, Path output, String command) {
    Path place = directory.result(claim.job().id());
    try {
      if (!Files.isDirectory(place)) {
        Files.move(output, place, StandardCopyOption.ATOMIC_MOVE);
      }
      return results.finish(claim, origin(claim, command), summary(place), Manifest.of(place));
    } catch (IOException e) {
      throw DataDirectory.notWritable(place, e);
    }
  }

  private static StoredResult.Source origin(Claim claim, String command) {
    JsonNode request = Json.stored(claim.job().order().request());
    JobKind kind = claim.job().order().kind();
    return new StoredResult.Source(
        kind,
        request.path("name").asText(kind.text()),
        first(request.path("datasets")),
        first(request.path("sources")),
        command,
        false);
  }

  private static @Nullable String first(JsonNode ids) {
    return ids.isEmpty() ? null : ids.get(0).asText();
  }

  /** Returns the summary of a result, without what is too long to show in a list. */
  private static String summary(Path place) throws IOException {
    Path file = place.resolve("summary.json");
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_SUMMARY) {
      return "{}";
    }
    JsonNode node =
        Json.read(Files.readString(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
    return Json.text(node instanceof ObjectNode ? node : Json.object());
  }
}
