@NullMarked
package org.deepcausalmmm.optimizer.constraint;

import org.jspecify.annotations.NullMarked;
