/** Optional sources of data: workbooks and calendars of holidays. */
@NullMarked
package org.deepcausalmmm.sources;

import org.jspecify.annotations.NullMarked;
