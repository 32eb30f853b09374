/** The only opener of database connections, always inside a tenant scope. */
@NullMarked
package dev.avow.tenancy;

import org.jspecify.annotations.NullMarked;
