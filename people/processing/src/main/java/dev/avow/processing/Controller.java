package dev.avow.processing;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for the processing (GDPR Art. 30(1)(a)), as the installation's settings say. Null
 * where they do not.
 *
 * @param representative the controller's in the Union (Art. 27), where they need one
 * @param dataProtectionOfficer name and contact
 */
public record Controller(
        @Nullable String name,
        @Nullable String contact,
        @Nullable String representative,
        @Nullable String dataProtectionOfficer) {}
