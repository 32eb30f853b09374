package dev.avow.json;

import org.jspecify.annotations.Nullable;

/** Where a value stands in a document, as a chain of names and indexes. Immutable. */
public final class JsonPath {

    /** The document itself. */
    public static final JsonPath ROOT = new JsonPath(null, "", -1);

    private static final int LONGEST_WORD = 40;

    private final @Nullable JsonPath parent;
    private final String name;
    private final int index;
    private final int depth;

    private JsonPath(@Nullable JsonPath parent, String name, int index) {
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    JsonPath member(String member) {
        return new JsonPath(this, member, -1);
    }

    JsonPath element(int element) {
        return new JsonPath(this, "", element);
    }

    /** 0 for the document, 1 for its members. */
    public int depth() {
        return depth;
    }

    /** The member's name; empty for an element of an array. */
    public String name() {
        return name;
    }

    /** The element's index; -1 for a member of an object. */
    public int index() {
        return index;
    }

    /** Whether this is the member of that name of the document itself. */
    public boolean isTopLevel(String member) {
        return depth == 1 && name.equals(member);
    }

    /** The step of this path at that depth, from 1; this path itself at its own depth. */
    public JsonPath at(int wanted) {
        JsonPath step = this;
        while (step.depth > wanted && step.parent != null) {
            step = step.parent;
        }
        return step;
    }

    /**
     * As people write it, {@code messages[0].content}. Names that are not plain words are left out,
     * since they could be content.
     */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder(48);
        show(shown);
        return shown.toString();
    }

    private void show(StringBuilder into) {
        if (parent == null) {
            return;
        }
        parent.show(into);
        if (index >= 0) {
            into.append('[').append(index).append(']');
        } else {
            into.append(into.isEmpty() ? "" : ".").append(isWord(name) ? name : "…");
        }
    }

    private static boolean isWord(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '_') {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST_WORD;
    }
}
