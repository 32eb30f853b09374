/**
 * The commands of somebody who does not trust this installation: {@code verify} and {@code tiles}
 * need an export or tiles and a public key, no database and no key of Avow's (promise T1).
 */
@NullMarked
package dev.avow.auditor;

import org.jspecify.annotations.NullMarked;
