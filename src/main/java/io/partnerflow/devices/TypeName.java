package io.partnerflow.devices;

/** How people read the code of a type. */
final class TypeName {

    private TypeName() {}

    /** {@code air-monitor} is read as "Air monitor". */
    static String of(String type) {
        var words = type.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
