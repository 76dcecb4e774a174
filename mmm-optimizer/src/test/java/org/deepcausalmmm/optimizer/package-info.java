@NullMarked
package org.deepcausalmmm.optimizer;

import org.jspecify.annotations.NullMarked;
