/**
 * What an operator or a tenant looks for besides what is built in: recognizers and lists that are
 * configuration.
 *
 * <p>A {@link Definition} is what somebody wrote, {@link DefinitionJson} reads and writes it,
 * {@link DefinitionRules} says whether it may be used, and {@link CustomDetector} finds. It needs
 * RE2/J, so it is no part of the detector library that runs in browsers.
 */
@NullMarked
package dev.avow.custom;

import org.jspecify.annotations.NullMarked;
