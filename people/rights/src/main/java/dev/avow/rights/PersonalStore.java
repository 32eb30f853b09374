package dev.avow.rights;

/**
 * A table with rows about single people.
 *
 * @param name as a receipt and an export call it
 * @param page a query that answers with {@code at}, {@code id} and the row as JSON in {@code row},
 *     for {@code :subject}, behind {@code :at} and {@code :id}, at most {@code :rows}
 * @param erase a statement that deletes such rows, in the order of the page, behind the same and at
 *     most as many, and answers with {@code at} and {@code id} of each. What a legal hold covers
 *     stays where {@code :held} is true
 */
record PersonalStore(String name, String page, String erase) {}
