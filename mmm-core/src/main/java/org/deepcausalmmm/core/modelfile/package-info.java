/** Model files: fitted models that load without the data. */
@NullMarked
package org.deepcausalmmm.core.modelfile;

import org.jspecify.annotations.NullMarked;
