package io.partnerflow.vatids;

import org.jspecify.annotations.Nullable;

/** Where tax offices say whether a VAT id is real. */
interface VatRegister {

    /** What it calls itself on records and evidence. */
    String name();

    /**
     * @param vatId with prefix
     * @param asker VAT id of who wants to know; with it the register gives a receipt
     * @throws RegisterSilent if it gives no answer now
     */
    Answer ask(String vatId, String asker);

    /**
     * @param consultationNumber receipt for the question; null if the register gives none
     * @param registeredName as the tax office has it; null if it does not say
     */
    record Answer(
            boolean valid,
            @Nullable String consultationNumber,
            @Nullable String registeredName) {}
}
