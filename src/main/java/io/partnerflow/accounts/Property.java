package io.partnerflow.accounts;

/** Something a customer or reseller has built in an account, such as a house with its plan. */
public record Property(String id, String name) {}
