/** Metrics, backup, retention and schedules. */
@NullMarked
package org.deepcausalmmm.server.ops;

import org.jspecify.annotations.NullMarked;
