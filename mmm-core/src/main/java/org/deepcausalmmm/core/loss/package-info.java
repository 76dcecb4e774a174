/** Loss components: {@code huber}, {@code gaussian} and {@code student-t}, all true densities. */
@NullMarked
package org.deepcausalmmm.core.loss;

import org.jspecify.annotations.NullMarked;
