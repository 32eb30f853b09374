package dev.avow.words;

import java.util.UUID;

/**
 * Where a request goes: which of the tenant's providers, and which of its models.
 *
 * @param tenant whose provider it is
 * @param providerId the provider's row
 * @param platformId the provider's name as policies and interactions say it
 * @param host the provider's host name, without scheme, path or port
 * @param model the model's name as the provider knows it
 */
public record Destination(
        TenantId tenant, UUID providerId, String platformId, String host, String model) {}
