package org.deepcausalmmm.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/** The numbers and texts that charts are drawn from, as JSON that is safe in a script element. */
final class ChartJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  /** More digits than a chart can show. */
  private static final MathContext DIGITS = new MathContext(6);

  private ChartJson() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Returns the text; no {@code <}, so that no name can end the script element. */
  static String text(ObjectNode root) {
    try {
      return JSON.writeValueAsString(root)
          .replace("<", "\\u003c")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds the mean, the lower and the upper bound. */
  static void interval(ArrayNode node, Interval interval) {
    numbers(node, interval.mean(), interval.lower(), interval.upper());
  }

  /** Adds an array of intervals. */
  static void intervals(ArrayNode node, List<Interval> intervals) {
    intervals.forEach(each -> interval(node.addArray(), each));
  }

  static void numbers(ArrayNode node, double... values) {
    for (double value : values) {
      node.add(rounded(value));
    }
  }

  static void texts(ArrayNode node, List<String> values) {
    values.forEach(node::add);
  }

  /** Returns a number for a chart; null where there is none. */
  static @Nullable BigDecimal rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value, DIGITS).stripTrailingZeros() : null;
  }
}
