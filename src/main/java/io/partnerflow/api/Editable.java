package io.partnerflow.api;

/** An answer that also says what nobody edits: its edition is what is left without that. */
interface Editable {

    Object edition();
}
