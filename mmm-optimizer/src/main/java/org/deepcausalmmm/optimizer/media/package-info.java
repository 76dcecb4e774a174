/** Budget planning with a fitted model: the decisions, their incremental outcomes, and the plan. */
@NullMarked
package org.deepcausalmmm.optimizer.media;

import org.jspecify.annotations.NullMarked;
