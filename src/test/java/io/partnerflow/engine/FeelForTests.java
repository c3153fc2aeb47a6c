package io.partnerflow.engine;

import io.partnerflow.intake.FeelExpressions;

/** Lets tests without an application use the expressions the application uses. */
public final class FeelForTests {

    private FeelForTests() {}

    public static FeelExpressions feel() {
        return new ScalaFeelExpressions();
    }
}
