package io.partnerflow.team;

import io.partnerflow.access.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody is asked to act for an organisation.
 *
 * @param name as whoever invited calls the person
 * @param expired whether it is too late to accept it
 */
public record TeamInvitation(
        UUID id,
        UUID organisation,
        String organisationName,
        UUID user,
        String email,
        String name,
        Role role,
        String invitedBy,
        Instant invitedAt,
        Instant expiresAt,
        int round,
        boolean expired) {}
