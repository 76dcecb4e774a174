/** Refreshes at intervals: where their data come from, when they run, whom they tell. */
@NullMarked
package org.deepcausalmmm.server.schedule;

import org.jspecify.annotations.NullMarked;
