package dev.avow.detector.patterns;

import dev.avow.detector.engine.Recognizer;
import java.util.List;

/** Network addresses, money, dates of birth, postal addresses, wallets, devices, vehicles. */
public final class Patterns {

    private Patterns() {}

    /**
     * All of them.
     *
     * @return immutable; the order decides between findings that nothing else tells apart
     */
    public static List<Recognizer> tier2() {
        return List.of(
                new UrlCredentialsRecognizer(),
                new JwtRecognizer(),
                new Ipv4Recognizer(),
                new Ipv6Recognizer(),
                new MacAddressRecognizer(),
                new MoneyRecognizers.BySign(),
                new MoneyRecognizers.ByWord(),
                new DateOfBirthRecognizer(),
                new AddressRecognizers.ByNumber(),
                new AddressRecognizers.ByNumberWithLetter(),
                new AddressRecognizers.ByStreetWord(),
                new CryptoWalletRecognizer(),
                new ImeiRecognizer(),
                new VinRecognizer(),
                new LicencePlateRecognizers.French(),
                new LicencePlateRecognizers.Named());
    }
}
