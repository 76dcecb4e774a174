/**
 * Temporal components: when a week's exposure acts ({@code gru}, {@code geometric}, {@code
 * delayed}) and, if asked for, time-varying effectiveness.
 */
@NullMarked
package org.deepcausalmmm.temporal;

import org.jspecify.annotations.NullMarked;
