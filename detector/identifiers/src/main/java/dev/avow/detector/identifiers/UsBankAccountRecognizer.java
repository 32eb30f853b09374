package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;
import dev.avow.detector.validators.Confidence;
import java.util.Set;

/**
 * US bank account number, after its label only.
 *
 * <p>Specification: Nacha Operating Rules, appendix three: up to seventeen characters; banks give
 * six to seventeen digits. There is no check digit. A kind of account has to stand before the label
 * or a word for "number" after it, and the account must not be one with a shop or a service.
 *
 * <p>Legal basis: financial information under 15 U.S.C. § 6809(4); personal data under GDPR Article
 * 4(1).
 *
 * <p>Fictitious example: {@code checking account number 000123456789}.
 */
final class UsBankAccountRecognizer implements Recognizer.OfWords {

    private static final FindingType TYPE = new FindingType("us_bank_account", 2);
    private static final int REACH = 24;
    private static final ContextWords BANK =
            ContextWords.of("bank", "banking", "checking", "savings", "saving", "deposit", "debit");
    private static final ContextWords NOT =
            ContextWords.of(
                    "customer",
                    "user",
                    "aws",
                    "azure",
                    "google",
                    "cloud",
                    "github",
                    "twitter",
                    "billing",
                    "client",
                    "service",
                    "tenant",
                    "member",
                    "loyalty",
                    "order",
                    "support",
                    "ledger",
                    "game",
                    "steam",
                    "email");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public Set<String> words() {
        return Set.of(
                "account",
                "acct",
                "accountnumber",
                "accountno",
                "acctnumber",
                "acctno",
                "bankaccount",
                "bankaccountnumber");
    }

    @Override
    public void word(Text text, int start, int end, String word, Sink sink) {
        if (NOT.before(text, start, REACH)) {
            return;
        }
        Labelled labelled = Labelled.after(text, end);
        boolean named = word.length() > 7 || BANK.before(text, start, REACH);
        if (labelled == null || (!named && !labelled.numbered())) {
            return;
        }
        Code code = labelled.code();
        int length = code.value().length();
        boolean digits = code.value().chars().allMatch(each -> each <= '9');
        if (digits && length >= 6 && length <= 17) {
            sink.found(code.start(), code.end(), Confidence.PATTERN_IN_CONTEXT, Reason.CONTEXT);
        }
    }
}
