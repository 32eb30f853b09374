/** Network addresses, money, dates of birth, postal addresses, wallets, devices, vehicles. */
@NullMarked
package dev.avow.detector.patterns;

import org.jspecify.annotations.NullMarked;
