package dev.avow.intake;

import java.time.Duration;

/**
 * What an operator allows of the form.
 *
 * @param life after which a form that nobody verified is erased
 * @param perNetwork forms that one network may send in an hour, to one node
 * @param perHour forms that all may send in an hour, to one node
 * @param codesPerDay codes that are mailed to one address in a day
 */
public record IntakeRules(Duration life, int perNetwork, int perHour, int codesPerDay) {}
