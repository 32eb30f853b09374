package dev.avow.control;

import dev.avow.trust.TrustHtml;
import dev.avow.trust.TrustJson;
import dev.avow.trust.TrustPage;
import dev.avow.trust.Words;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /trust}: for anybody, how data is handled here (promise T4), as a page and as JSON. */
public final class TrustRoutes implements Routes {

    private final @Nullable Supplier<TrustPage> page;
    private final Optional<String> docs;

    /**
     * @param page what is in force; blocks. Null where the operator turned it off
     * @param docs where this project's pages can be read; empty where that is not said
     */
    public TrustRoutes(@Nullable Supplier<TrustPage> page, Optional<String> docs) {
        this.page = page;
        this.docs = docs;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(
                        "/trust",
                        Access.PUBLIC,
                        request -> request.wantsJson() ? json(request) : html(request))
                .get("/trust.json", Access.PUBLIC, this::json);
    }

    @Override
    public String description() {
        return "trust.json";
    }

    private ControlAnswer html(ControlRequest request) {
        String html = new TrustHtml(words(request), docs).of(page());
        return answer(html.getBytes(StandardCharsets.UTF_8), request)
                .with("Content-Type", "text/html; charset=utf-8");
    }

    private ControlAnswer json(ControlRequest request) {
        return answer(TrustJson.of(page(), words(request)), request);
    }

    private static ControlAnswer answer(Object body, ControlRequest request) {
        return ControlAnswer.ok(body)
                .with("Content-Language", words(request).language())
                .with("Vary", "Accept, Accept-Language");
    }

    private static Words words(ControlRequest request) {
        return Words.of(request.query("lang").orElse(""), request.languages());
    }

    private TrustPage page() {
        if (page == null) {
            throw Fault.of(FaultCode.NOT_FOUND, "this page is turned off here").asException();
        }
        return page.get();
    }
}
