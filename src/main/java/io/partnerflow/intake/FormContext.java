package io.partnerflow.intake;

import java.util.Locale;

/**
 * Who fills in a form, and about what.
 *
 * @param who      the user's id; empty where the form is open to everybody
 * @param reseller the organisation the user acts for; empty where there is none
 * @param about    what the form is about, such as a trial's number; empty where it begins something new
 * @param language the reader's
 */
public record FormContext(String who, String reseller, String about, Locale language) {

    /** Somebody without a log-in. */
    public static FormContext anybody(String about, Locale language) {
        return new FormContext("", "", about, language);
    }
}
