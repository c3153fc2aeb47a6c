package io.partnerflow.returns;

import java.io.Serializable;

/**
 * A device that has arrived after it was given up as lost and its return was over.
 *
 * @param serial in normal form
 * @param number RE-…: the return it goes on in
 */
public record LateArrival(String serial, String number) implements Serializable {}
