package io.partnerflow.mail;

/** A letter in words: subject without line breaks, a page for mail programs, the same for readers of plain text. */
record WrittenLetter(String subject, String html, String plainText) {}
