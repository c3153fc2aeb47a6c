package io.partnerflow.team;

import io.partnerflow.access.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who may act for an organisation.
 *
 * @param loggedInBefore false as long as the person has not chosen a password
 */
public record TeamMember(UUID user, String name, String email, Role role, Instant since, boolean loggedInBefore) {}
