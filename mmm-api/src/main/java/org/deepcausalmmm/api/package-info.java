/**
 * The plugin interfaces of the platform and the values that they exchange.
 *
 * <p>A plugin implements one of five kinds of {@link org.deepcausalmmm.api.Component} and a {@link
 * org.deepcausalmmm.api.ComponentFactory} that {@link java.util.ServiceLoader} finds. A component
 * is stateless: it declares its parameters, and the core owns them.
 */
@NullMarked
package org.deepcausalmmm.api;

import org.jspecify.annotations.NullMarked;
