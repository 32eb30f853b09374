package dev.avow.retain;

import dev.avow.words.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Where an archive is in its store: one object, or three of the first format. */
record ArchiveName(TenantId tenant, LocalDate day, UUID id) {

    /** One folder for each tenant, so that the files of a group are in one. */
    String whole() {
        return "avow-archive/v2/" + tenant + "/" + day + "." + id;
    }

    String rows() {
        return first(".rows");
    }

    String index() {
        return first(".index");
    }

    String manifest() {
        return first(".manifest.json");
    }

    /** All that there may be, in the order in which it is deleted: the manifest first. */
    List<String> all() {
        return List.of(whole(), manifest(), index(), rows());
    }

    private String first(String kind) {
        return "avow-archive/v1/" + tenant + "/" + day + "/" + id + kind;
    }
}
