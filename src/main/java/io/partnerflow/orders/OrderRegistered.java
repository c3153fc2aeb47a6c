package io.partnerflow.orders;

/** The order form has come in; published in its transaction, after the process went on. */
public record OrderRegistered(String number) {}
