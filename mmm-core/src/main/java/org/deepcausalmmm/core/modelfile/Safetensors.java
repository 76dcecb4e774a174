package org.deepcausalmmm.core.modelfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deepcausalmmm.api.MmmException;

/**
 * Named arrays of doubles in the safetensors format: the length of a header, a JSON header with
 * type, shape and offset of each array, then the bytes, little-endian.
 *
 * <p>Source: the format's description by Hugging Face, https://github.com/huggingface/safetensors.
 */
final class Safetensors {
  private static final String TYPE = "F64";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHUNK = 8192;

  private Safetensors() {}

  static void write(Map<String, Tensor> tensors, OutputStream out) throws IOException {
    ObjectNode header = JSON.createObjectNode();
    long at = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      Tensor tensor = entry.getValue();
      long end = at + 8L * tensor.values().length;
      ObjectNode node = header.putObject(entry.getKey()).put("dtype", TYPE);
      node.set("shape", JSON.valueToTree(tensor.shape()));
      node.putArray("data_offsets").add(at).add(end);
      at = end;
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes(JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8));
    while (text.size() % 8 != 0) {
      text.write(' '); // keeps the numbers aligned, as the format recommends
    }
    out.write(little(8).putLong(text.size()).array());
    text.writeTo(out);
    for (Tensor tensor : tensors.values()) {
      write(tensor.values(), out);
    }
  }

  private static void write(double[] values, OutputStream out) throws IOException {
    for (int from = 0; from < values.length; from += CHUNK) {
      int count = Math.min(CHUNK, values.length - from);
      ByteBuffer buffer = little(8 * count);
      buffer.asDoubleBuffer().put(values, from, count);
      out.write(buffer.array());
    }
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Reads arrays.
   *
   * @param name name in messages
   */
  static Map<String, Tensor> read(String name, byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long length = bytes.length < 8 ? -1 : buffer.getLong(0);
    if (length < 0 || length > bytes.length - 8) {
      throw damaged(name, "the length of its header is wrong");
    }
    int start = 8 + (int) length;
    JsonNode header = header(name, Arrays.copyOfRange(bytes, 8, start));
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    long expected = 0;
    for (Iterator<Map.Entry<String, JsonNode>> it = header.fields(); it.hasNext(); ) {
      Map.Entry<String, JsonNode> entry = it.next();
      JsonNode node = entry.getValue();
      int[] shape = shape(name + ": " + entry.getKey(), node.path("shape"));
      long size = size(shape, bytes.length);
      long from = node.path("data_offsets").path(0).asLong(-1);
      long to = node.path("data_offsets").path(1).asLong(-1);
      if (!node.path("dtype").asText().equals(TYPE)
          || from != expected
          || size > bytes.length
          || to != from + 8 * size
          || to > bytes.length - start) {
        throw damaged(name, "array '" + entry.getKey() + "' is not where its header says");
      }
      double[] values = new double[(int) size];
      buffer.position(start + (int) from);
      buffer.asDoubleBuffer().get(values);
      tensors.put(entry.getKey(), new Tensor(shape, values));
      expected = to;
    }
    if (expected != bytes.length - start) {
      throw damaged(name, "it has more bytes than its header declares");
    }
    return tensors;
  }

  /** Returns the number of elements of a shape, capped at one more than {@code most}. */
  private static long size(int[] shape, long most) {
    long size = 1;
    for (int extent : shape) {
      size = Math.min(size, most + 1) * extent;
    }
    return Math.min(size, most + 1);
  }

  private static JsonNode header(String name, byte[] text) {
    try {
      JsonNode header = JSON.readTree(new String(text, StandardCharsets.UTF_8));
      if (header.isObject()) {
        return header;
      }
      throw damaged(name, "its header is not a JSON object");
    } catch (JsonProcessingException e) {
      throw ModelFileCode.DAMAGED.error(name + " is damaged: its header is not JSON.", e);
    }
  }

  private static int[] shape(String name, JsonNode node) {
    int[] shape = new int[node.size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = node.get(i).asInt(-1);
      if (shape[i] < 0) {
        throw damaged(name, "its shape is " + node);
      }
    }
    if (shape.length < 1 || shape.length > 3) {
      throw damaged(name, "its shape is " + node);
    }
    return shape;
  }

  private static MmmException damaged(String name, String why) {
    return ModelFileCode.DAMAGED.error("%s is damaged: %s.".formatted(name, why));
  }
}
