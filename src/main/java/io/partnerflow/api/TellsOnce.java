package io.partnerflow.api;

/** An answer with a secret in it that is told once: what is remembered of the call is the answer without it. */
interface TellsOnce {

    Object withoutSecret();
}
