/** Writes fitted models to files and reads them back, without the data. */
@NullMarked
package org.deepcausalmmm.core.modelfile;

import org.jspecify.annotations.NullMarked;
