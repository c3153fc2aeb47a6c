package io.partnerflow.mail;

/** A letter lies in the outbox; heard after the commit by who sends it. */
record LetterWritten(long id) {}
