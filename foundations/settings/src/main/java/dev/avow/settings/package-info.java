/**
 * Every AVOW_ setting, its default and its check.
 *
 * <p>{@code Setting} lists them, {@code SettingsReader} reads and checks, {@link Settings} is what
 * the rest of Avow sees. The page for people is {@code docs/settings.md}; a test holds it against
 * the list.
 */
@NullMarked
package dev.avow.settings;

import org.jspecify.annotations.NullMarked;
