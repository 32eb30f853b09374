package dev.avow.detection;

import dev.avow.custom.CustomRecognizer;
import dev.avow.custom.Definition;
import dev.avow.custom.DetectionList;

/** The kinds of definitions; names are unique within one. */
public enum DefinitionKind {
    RECOGNIZER("recognizer"),
    LIST("detection_list");

    private final String id;

    DefinitionKind(String id) {
        this.id = id;
    }

    /** As it stands in the database and in the audit log. */
    public String id() {
        return id;
    }

    static DefinitionKind of(Definition definition) {
        return switch (definition) {
            case CustomRecognizer _ -> RECOGNIZER;
            case DetectionList _ -> LIST;
        };
    }
}
