package dev.avow.trust;

import java.util.List;

/**
 * The page as it is published: what it says, of which version that is, and what will change.
 *
 * @param announced the nearest first
 */
public record Published(TrustPage page, TrustVersion version, List<Announcement> announced) {

    public Published {
        announced = List.copyOf(announced);
    }
}
