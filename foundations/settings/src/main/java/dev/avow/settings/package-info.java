/** Every AVOW_ setting, its default and its check. */
@NullMarked
package dev.avow.settings;

import org.jspecify.annotations.NullMarked;
