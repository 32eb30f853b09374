package dev.avow.vertex;

import dev.avow.wire.Catalogue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The models of Google and Anthropic in Vertex AI's Model Garden
 * (cloud.google.com/vertex-ai/docs/reference/rest/v1beta1/publishers.models/list), of all locations
 * together: it does not say which of them the base URL's location has.
 */
final class PublisherModels implements Catalogue {

    /** The API's version and what follows it, in a base URL's path. */
    private static final Pattern PLACE = Pattern.compile("(.*)/v1(?:beta1)?/projects/.*");

    /** Pictures, films and the models of others are listed there too. */
    private static final Pattern OFFERED =
            Pattern.compile("(gemini|claude|text-embedding|text-multilingual-embedding)-.*");

    @Override
    public List<String> paths(String prefix, String version) {
        Matcher place = PLACE.matcher(prefix);
        return place.matches()
                ? Stream.of("google", "anthropic")
                        .map(each -> place.group(1) + "/v1beta1/publishers/" + each)
                        .map(each -> each + "/models?pageSize=300") // the most that it takes
                        .toList()
                : List.of();
    }

    @Override
    public boolean offers(String model) {
        return OFFERED.matcher(model).matches();
    }
}
