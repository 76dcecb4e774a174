/** Tables of text: files, encodings, cells and the forms of numbers. */
@NullMarked
package org.deepcausalmmm.data.table;

import org.jspecify.annotations.NullMarked;
