package io.partnerflow.engine;

/** The same expressions for tests that start no application. */
public final class FeelSyntaxInTests {

    private static final FeelSyntax FEEL = new FeelSyntax();

    private FeelSyntaxInTests() {}

    public static boolean understands(String cell, boolean test) {
        return FEEL.understands(cell, test);
    }
}
