/**
 * Temporal components: when a week's exposure acts ({@code gru}, {@code geometric}, {@code
 * delayed}) and, if asked for, how effectiveness moves over time.
 */
@NullMarked
package org.deepcausalmmm.temporal;

import org.jspecify.annotations.NullMarked;
