@NullMarked
package org.deepcausalmmm.optimizer.solve;

import org.jspecify.annotations.NullMarked;
