package dev.avow.rights;

/**
 * A table with rows about single people.
 *
 * @param name as a receipt and an export call it
 * @param page a query that answers with {@code at}, {@code id} and the row as JSON in {@code row},
 *     for {@code :subject}, behind {@code :at} and {@code :id}, at most {@code :rows}. A member
 *     whose name ends in {@code _sealed} is that column in base64, sealed under the person's key; a
 *     copy holds it opened ({@link SealedColumns})
 * @param erase a statement that deletes such rows, in the order of the page, behind the same and at
 *     most as many, and answers with {@code at} and {@code id} of each. What a legal hold covers
 *     stays where {@code :held} is true
 * @param hasSealed whether the page has such members
 */
record PersonalStore(String name, String page, String erase, boolean hasSealed) {

    PersonalStore(String name, String page, String erase) {
        this(name, page, erase, page.contains(SealedColumns.ENDING + "'"));
    }
}
