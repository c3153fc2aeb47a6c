package io.partnerflow.accounts;

/**
 * An account that exists.
 *
 * @param systemId how the other system calls it, at most 200 characters
 * @param loginAddress where its people log in
 */
public record OpenedAccount(String systemId, String loginAddress) {}
