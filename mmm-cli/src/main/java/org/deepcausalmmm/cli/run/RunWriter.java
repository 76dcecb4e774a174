package org.deepcausalmmm.cli.run;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.deepcausalmmm.report.files.FileDigests;
import org.deepcausalmmm.report.files.RunFiles;

/** The writer of a run's files, the report excepted. */
public final class RunWriter {
  private static final ObjectWriter JSON =
      JsonMapper.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build()
          .writer(
              new DefaultPrettyPrinter()
                  .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                  .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  /** The files whose digests the summary states. */
  private static final Set<String> TABLES =
      Set.of(
          RunFiles.DATA_REPORT,
          RunFiles.CHANNELS,
          RunFiles.CONTRIBUTIONS,
          RunFiles.PREDICTIONS,
          RunFiles.PREDICTIONS_TOTAL,
          RunFiles.RESPONSE_CURVES,
          RunFiles.CARRYOVER,
          RunFiles.EFFECTIVENESS,
          RunFiles.EDGES,
          RunFiles.PARAMETERS,
          RunFiles.MEDIA,
          RunFiles.CONFIG);

  private RunWriter() {}

  /** Writes into a directory that exists and is empty. */
  public static void write(RunContent content, Path directory) throws IOException {
    SortedSet<String> digested = new TreeSet<>(TABLES);
    json(directory.resolve(RunFiles.DATA_REPORT), SummaryJson.of(content.analysis().dataReport()));
    new RunTables(content.analysis(), directory).write();
    new RunSeries(content.analysis(), directory).write();
    if (!content.refresh().isEmpty()) {
      RefreshTable.write(content.refresh(), directory.resolve(RunFiles.REFRESH));
      digested.add(RunFiles.REFRESH);
    }
    if (!content.analysis().fit().experiments().isEmpty()) {
      digested.add(RunFiles.EXPERIMENTS);
    }
    digested.addAll(RoleTablesWriter.names(content.analysis()));
    if (!content.bagged().isEmpty()) {
      BaggedTable.write(content.bagged(), directory.resolve(RunFiles.CHANNELS_BAGGED));
      digested.add(RunFiles.CHANNELS_BAGGED);
    }
    Files.writeString(directory.resolve(RunFiles.CONFIG), content.configuration());
    content.model().write(directory.resolve(RunFiles.MODEL));
    ObjectNode summary = SummaryJson.of(content.analysis());
    summary.set(FileDigests.KEY, FileDigests.of(directory, digested));
    json(directory.resolve(RunFiles.SUMMARY), summary);
  }

  /** Writes a tree, indented. */
  public static void json(Path file, ObjectNode root) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(root) + "\n");
  }
}
