/** The embeddable server: its builder, its settings and its errors. */
@NullMarked
package org.deepcausalmmm.server;

import org.jspecify.annotations.NullMarked;
