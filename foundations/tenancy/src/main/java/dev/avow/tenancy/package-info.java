/**
 * The only opener of database connections, always inside a tenant scope.
 *
 * <p>{@link Tenancy#within} is the ordinary way: one transaction of one tenant. {@link
 * Tenancy#atTheGate} asks what may be asked before the tenant is known, {@link TenantLane} is a
 * connection of its own for group commits, {@link ChangeWatch} tells what other nodes changed, and
 * {@link Remembered} keeps what they may change. The schema lies beside, under {@code avow/schema}.
 *
 * <p>Backups alone see all tenants at once: {@link Snapshot} reads them, {@link Reload} fills a
 * {@link SpareDatabase} with them.
 */
@NullMarked
package dev.avow.tenancy;

import org.jspecify.annotations.NullMarked;
