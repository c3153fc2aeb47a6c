package io.partnerflow.mail;

import org.jspecify.annotations.Nullable;

/**
 * A letter in words: subject without line breaks, a page for mail programs, the same for readers of plain text.
 *
 * @param senderName whom it comes from, by name; null for the vendor alone
 * @param picture    at its top; null for none
 */
record WrittenLetter(
        String subject,
        String html,
        String plainText,
        @Nullable String senderName,
        @Nullable LetterPicture picture) {}
