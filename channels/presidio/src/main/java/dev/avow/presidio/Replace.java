package dev.avow.presidio;

/** Puts {@code new_value} in the place, or {@code <ENTITY_TYPE>} where it is missing or empty. */
final class Replace implements Operator {

    @Override
    public String operate(String text, Parameters parameters) {
        String value = parameters.text("new_value");
        return value == null || value.isEmpty() ? "<" + parameters.entityType() + ">" : value;
    }
}
