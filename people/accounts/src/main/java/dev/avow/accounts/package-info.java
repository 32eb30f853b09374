/** Accounts, sign-in sessions, the first account and API keys. */
@NullMarked
package dev.avow.accounts;

import org.jspecify.annotations.NullMarked;
