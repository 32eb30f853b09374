package dev.avow.control;

import dev.avow.trust.Published;
import dev.avow.trust.TrustHtml;
import dev.avow.trust.TrustJson;
import dev.avow.trust.TrustVersion;
import dev.avow.trust.TrustVersions;
import dev.avow.trust.VersionJson;
import dev.avow.trust.VersionsHtml;
import dev.avow.trust.Words;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /trust}: for anybody, how data is handled here (promise T4), as a page and as JSON. */
public final class TrustRoutes implements Routes {

    private record Versions(List<VersionJson> versions) {}

    private final @Nullable Supplier<Published> page;
    private final TrustVersions versions;
    private final Optional<String> docs;

    /**
     * @param page what is in force; blocks. Null where the operator turned it off
     * @param versions of the page, as they were seen
     * @param docs where this project's pages can be read; empty where that is not said
     */
    public TrustRoutes(
            @Nullable Supplier<Published> page, TrustVersions versions, Optional<String> docs) {
        this.page = page;
        this.versions = versions;
        this.docs = docs;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(
                        "/trust",
                        Access.PUBLIC,
                        request -> request.wantsJson() ? json(request) : html(request))
                .get("/trust.json", Access.PUBLIC, this::json)
                .get("/trust/versions", Access.PUBLIC, this::versions)
                .get("/trust/versions/{number}", Access.PUBLIC, this::version);
    }

    @Override
    public String description() {
        return "trust.json";
    }

    private ControlAnswer html(ControlRequest request) {
        return html(new TrustHtml(words(request), docs).of(page()), request);
    }

    private static ControlAnswer html(String html, ControlRequest request) {
        return answer(html.getBytes(StandardCharsets.UTF_8), request)
                .with("Content-Type", "text/html; charset=utf-8");
    }

    private ControlAnswer json(ControlRequest request) {
        return answer(TrustJson.of(page(), words(request)), request);
    }

    private ControlAnswer versions(ControlRequest request) {
        Published _ = page(); // what is in force now is among them
        Words words = words(request);
        List<TrustVersion> all = versions.all(TenantId.DEFAULT);
        return request.wantsJson()
                ? answer(
                        new Versions(
                                all.stream().map(each -> VersionJson.of(each, words)).toList()),
                        request)
                : html(new VersionsHtml(words).all(all), request);
    }

    private ControlAnswer version(ControlRequest request) {
        Published _ = page();
        Words words = words(request);
        TrustVersion found =
                number(request.path("number"))
                        .flatMap(number -> versions.find(TenantId.DEFAULT, number))
                        .orElseThrow(() -> ControlRequest.notFound().asException());
        return request.wantsJson()
                ? answer(VersionJson.whole(found, words), request)
                : html(new VersionsHtml(words).one(found), request);
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static ControlAnswer answer(Object body, ControlRequest request) {
        return ControlAnswer.ok(body)
                .with("Content-Language", words(request).language())
                .with("Vary", "Accept, Accept-Language");
    }

    private static Words words(ControlRequest request) {
        return Words.of(request.query("lang").orElse(""), request.languages());
    }

    private Published page() {
        if (page == null) {
            throw Fault.of(FaultCode.NOT_FOUND, "this page is turned off here").asException();
        }
        return page.get();
    }
}
