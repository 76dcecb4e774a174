package org.deepcausalmmm.core.model;

import java.util.List;
import org.deepcausalmmm.api.Component;

/**
 * A component and its channels.
 *
 * @param channels as indices into the data, ascending
 * @param blocks its parameters
 */
record ChannelGroup<C extends Component>(
    C component, List<Integer> channels, List<ParameterBlock> blocks) {}
