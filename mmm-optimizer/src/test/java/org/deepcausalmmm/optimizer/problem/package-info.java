@NullMarked
package org.deepcausalmmm.optimizer.problem;

import org.jspecify.annotations.NullMarked;
