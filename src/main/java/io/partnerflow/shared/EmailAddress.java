package io.partnerflow.shared;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One mailbox that can be written to over SMTP, such as {@code anna@example.se}.
 *
 * <p>RFC 5321 without what nobody uses on purpose: no quoted local part, no address literal, no comment, no line break.
 * The domain has a dot and is kept in lower case; one with letters like å is kept in its ASCII form.
 *
 * @param value at most 254 characters, ASCII
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:xn--[a-z0-9-]{1,58}[a-z0-9]|[a-z]{2,63})");

    /** @throws IllegalArgumentException if it is not exactly one address */
    public EmailAddress {
        value = normal(value).orElseThrow(() -> new IllegalArgumentException("not an e-mail address"));
    }

    public static EmailAddress of(String text) {
        return new EmailAddress(text);
    }

    /**
     * @param text what a person typed; spaces around it are forgiven, line breaks are not
     * @return empty if it is not exactly one address
     */
    public static Optional<EmailAddress> parse(String text) {
        return normal(trimSpaces(text)).map(EmailAddress::new);
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<String> normal(String text) {
        var at = text.lastIndexOf('@');
        if (text.length() > LONGEST || at < 1 || at > LONGEST_LOCAL) {
            return Optional.empty();
        }
        var local = text.substring(0, at);
        return LOCAL.matcher(local).matches()
                ? asciiDomain(text.substring(at + 1))
                        .map(domain -> local + "@" + domain)
                        .filter(EmailAddress::fits)
                : Optional.empty();
    }

    private static Optional<String> asciiDomain(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT))
                    .filter(ascii -> DOMAIN.matcher(ascii).matches());
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private static boolean fits(String address) {
        return address.length() <= LONGEST;
    }

    private static String trimSpaces(String text) {
        return text.replaceAll("^[ \\t]+|[ \\t]+$", "");
    }
}
