/** Hands mail to a server by SMTP (RFC 5321), over Eclipse Angus Mail (promise O2). */
@NullMarked
package dev.avow.smtp;

import org.jspecify.annotations.NullMarked;
