package io.partnerflow.conversations;

/** Who writes: id and name of a user, or of a person on the vendor's staff. */
public record Author(String id, String name) {}
