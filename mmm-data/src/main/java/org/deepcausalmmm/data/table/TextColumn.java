package org.deepcausalmmm.data.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.function.UnaryOperator;

/**
 * A growing column of texts in little memory: codes of a dictionary while few texts repeat, else
 * their bytes.
 */
final class TextColumn {
  /** Where it is decided: a column whose texts mostly differ by then gains nothing by codes. */
  private static final int TRIAL = 1024;

  private static final double MOST_DIFFERENT = 0.6;
  private static final int MOST_CODES = 20_000;

  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private char[] coded = new char[16];
  private final List<Block> blocks = new ArrayList<>();
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private int[] ends = new int[0];
  private boolean plain;
  private int size;

  /** The bytes of {@value TRIAL} texts. */
  private record Block(byte[] bytes, int[] ends) {
    String get(int position) {
      int from = position == 0 ? 0 : ends[position - 1];
      return new String(bytes, from, ends[position] - from, StandardCharsets.UTF_8);
    }
  }

  int size() {
    return size;
  }

  void add(String text) {
    if (!plain) {
      boolean late = size == TRIAL && texts.size() > MOST_DIFFERENT * TRIAL;
      if (late || texts.size() == MOST_CODES) {
        becomePlain();
      }
    }
    if (plain) {
      append(text);
    } else {
      Integer code = codes.putIfAbsent(text, texts.size());
      if (code == null) {
        code = texts.size();
        texts.add(text);
      }
      if (size == coded.length) {
        coded = Arrays.copyOf(coded, size + (size >> 1));
      }
      coded[size] = (char) (int) code;
    }
    size++;
  }

  private void becomePlain() {
    plain = true;
    ends = new int[TRIAL];
    int count = size;
    for (size = 0; size < count; size++) {
      append(texts.get(coded[size]));
    }
    codes.clear();
    texts.clear();
    coded = new char[0];
  }

  private void append(String text) {
    open.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    int position = size % TRIAL;
    ends[position] = open.size();
    if (position == TRIAL - 1) {
      blocks.add(new Block(open.toByteArray(), ends));
      open.reset();
      ends = new int[TRIAL];
    }
  }

  String get(int row) {
    if (!plain) {
      return texts.get(coded[row]);
    }
    int block = row / TRIAL;
    return block < blocks.size()
        ? blocks.get(block).get(row % TRIAL)
        : new Block(open.toByteArray(), ends).get(row % TRIAL);
  }

  /** Closes the column: it grows no more, and its last texts are found quickly. */
  TextColumn close() {
    codes.clear();
    if (plain && open.size() > 0 || plain && size % TRIAL > 0) {
      blocks.add(new Block(open.toByteArray(), Arrays.copyOf(ends, size % TRIAL)));
      open.reset();
    } else if (!plain) {
      coded = Arrays.copyOf(coded, size);
    }
    return this;
  }

  /** Hands over each text with how often it stands there, in the order of its first row. */
  void forEach(int from, int to, ObjIntConsumer<String> receiver) {
    if (plain) {
      for (int row = from; row < to; row++) {
        receiver.accept(get(row), 1);
      }
      return;
    }
    int[] counts = new int[texts.size()];
    List<Integer> order = new ArrayList<>();
    for (int row = from; row < to; row++) {
      if (counts[coded[row]]++ == 0) {
        order.add((int) coded[row]);
      }
    }
    order.forEach(code -> receiver.accept(texts.get(code), counts[code]));
  }

  /** Returns the rows of a range with other texts. */
  TextColumn mapped(int from, int to, UnaryOperator<String> form) {
    TextColumn mapped = new TextColumn();
    String[] known = new String[texts.size()];
    for (int row = from; row < to; row++) {
      if (plain) {
        mapped.add(form.apply(get(row)));
        continue;
      }
      int code = coded[row];
      if (known[code] == null) {
        known[code] = form.apply(texts.get(code));
      }
      mapped.add(known[code]);
    }
    return mapped.close();
  }
}
