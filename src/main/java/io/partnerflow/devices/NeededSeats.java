package io.partnerflow.devices;

/**
 * Too few seats of a type are ordered.
 *
 * @param type code
 * @param name of the type as people read it
 * @param devices as counted last
 * @param running seats that run when the order begins
 * @param atLeast how many must be ordered
 */
public record NeededSeats(String type, String name, int devices, int running, int atLeast) {}
