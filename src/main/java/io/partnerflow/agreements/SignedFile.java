package io.partnerflow.agreements;

import io.partnerflow.documents.DocumentId;
import java.time.Instant;

/**
 * What came back signed.
 *
 * @param document the signed one; of a paper signed on the page the very document that was sent
 * @param by e-mail address of who sent it
 * @param findings what a machine has found in it, in words
 */
record SignedFile(DocumentId document, SignedHow how, String by, Instant at, String findings) {}
