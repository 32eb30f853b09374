/** Stand-ins for classes of Java that the detector uses and TeaVM lacks. */
@NullMarked
package org.teavm.classlib.java.security;

import org.jspecify.annotations.NullMarked;
