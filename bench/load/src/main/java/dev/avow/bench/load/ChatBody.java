package dev.avow.bench.load;

/**
 * The request of the benchmark: about 2 KB of chat in four messages, with an e-mail address (twice)
 * and an E.164 phone number. Both vary with the request's number, so that nothing can be answered
 * from a cache. All of it is invented: the domain is reserved (RFC 2606), the numbers are from the
 * block that France's ARCEP keeps for fiction.
 */
final class ChatBody {
    /** Stands in every bench e-mail address and nowhere else. */
    static final String EMAIL_CANARY = "@bench.example.org";

    /** Stands in every bench phone number and nowhere else. */
    static final String PHONE_CANARY = "+3363998";

    private static final String BEFORE_EMAIL =
            """
            ","messages":[{"role":"system","content":"You help the front desk of a small \
            furniture workshop. Answer in the language of the question, in at most five sentences, \
            and name the next step. Orders are made to measure, take three to six weeks, and are \
            delivered by the workshop's own van on Tuesdays and Fridays. A delivery can be moved \
            up to two days before it is due. Repairs are free for five years where the fault is \
            in the wood or in the joints, and are priced by the hour otherwise. Never promise a \
            date that the calendar does not show."},{"role":"user","content":"Good morning, a \
            customer wants to move the delivery of an oak table with six chairs. The table is \
            ready, the chairs are still with the upholsterer and come back at the end of the week. \
            The customer is away for the first half of next week and asks whether everything can \
            come together, or whether the table could come alone and the chairs later. The \
            confirmation went to\
            """;
    private static final String BETWEEN =
            """
             last Thursday."},{"role":"assistant","content":"Both are possible. The van has room \
            on Friday of next week for the table and the chairs together, which saves the \
            customer a second appointment; the calendar shows the afternoon free after two. If \
            the table should come alone, Tuesday of the week after is the first free day, and \
            the chairs would follow on Friday. Please ask which of the two suits better, and \
            whether there is a lift, since the table top does not come apart and the staircase \
            decides how many people must carry."},{"role":"user","content":"Together on Friday is \
            better, and there is no lift, second floor. Please write the message to the customer: \
            say that two people will carry, that the old table can be taken along if it is \
            empty and clean, and that we call half an hour before. The number to call is\
            """;
    private static final String BEFORE_LAST = " and the message goes to";
    private static final String LAST =
            """
             again. Keep it friendly and short, and repeat the address line so that it can be \
            checked."}],"temperature":0.2,"max_tokens":400\
            """;

    private ChatBody() {}

    static String email(long number) {
        return "mira.adler." + number + EMAIL_CANARY;
    }

    static String phone(long number) {
        return PHONE_CANARY + String.format("%04d", number % 10_000);
    }

    /** The JSON body of request {@code number} for {@code model}. */
    static String of(String model, long number, AnswerKind kind) {
        String email = email(number);
        return "{\"model\":\""
                + model
                + BEFORE_EMAIL
                + " "
                + email
                + BETWEEN
                + " "
                + phone(number)
                + BEFORE_LAST
                + " "
                + email
                + LAST
                + (kind == AnswerKind.STREAM ? ",\"stream\":true}" : "}");
    }
}
