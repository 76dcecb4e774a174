package org.deepcausalmmm.core.modelfile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.deepcausalmmm.data.ChannelSource;
import org.deepcausalmmm.data.FrequencyResponse;
import org.deepcausalmmm.data.ReachFrequency;

/** The encoding of where a channel's figures come from; nothing for a plain channel. */
final class ChannelCodec {
  private static final String NATIONAL = "national";
  private static final String CONTACTS = "contacts";
  private static final String TYPICAL = "typicalFrequency";
  private static final String REACH = "reach.";
  private static final String FREQUENCY = "frequency.";
  private static final String RESPONSE = "frequency_response.";

  private ChannelCodec() {}

  static void describe(ChannelSource source, ObjectNode channel) {
    if (source.national()) {
      channel.put(NATIONAL, true);
    }
    ReachFrequency contacts = source.contacts();
    if (contacts != null) {
      channel.put(CONTACTS, true);
      FrequencyResponse response = contacts.response();
      if (response != null) {
        channel.put(TYPICAL, response.typical());
      }
    }
  }

  static void arrays(ChannelSource source, int channel, int weeks, Map<String, Tensor> arrays) {
    ReachFrequency contacts = source.contacts();
    if (contacts == null) {
      return;
    }
    arrays.put(REACH + channel, Tensor.of(contacts.reach(), weeks));
    arrays.put(FREQUENCY + channel, Tensor.of(contacts.frequency(), weeks));
    FrequencyResponse response = contacts.response();
    if (response != null) {
      arrays.put(RESPONSE + channel, Tensor.of(response.weight()));
    }
  }

  static ChannelSource read(Json node, Tensors arrays, int channel, int regions, int weeks) {
    boolean national = node.has(NATIONAL) && node.flag(NATIONAL);
    if (!node.has(CONTACTS)) {
      return new ChannelSource(national, null);
    }
    FrequencyResponse response =
        node.has(TYPICAL)
            ? new FrequencyResponse(
                node.number(TYPICAL), arrays.vector(RESPONSE + channel, FrequencyResponse.curves()))
            : null;
    return new ChannelSource(
        national,
        new ReachFrequency(
            arrays.rows(REACH + channel, regions, weeks),
            arrays.rows(FREQUENCY + channel, regions, weeks),
            response));
  }
}
