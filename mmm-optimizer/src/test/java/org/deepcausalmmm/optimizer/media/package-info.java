/** Tests plans of fitted models. */
@NullMarked
package org.deepcausalmmm.optimizer.media;

import org.jspecify.annotations.NullMarked;
