package io.partnerflow.onboarding;

/**
 * What one automatic check said.
 *
 * @param name kebab-case; the sentence about it is {@code check.<name>.<answer>}
 * @param answer kebab-case fact
 * @param detail what the sentence names; null for nothing
 */
record CheckAnswer(String name, String answer, String detail) {

    private static final int LONGEST = 400;

    CheckAnswer {
        detail = detail == null || detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST - 1) + "…";
    }

    static CheckAnswer of(String name, String answer) {
        return new CheckAnswer(name, answer, null);
    }
}
