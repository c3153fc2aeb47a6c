package io.partnerflow.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnerflow.documents.UploadRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.util.unit.DataSize;

class UploadCheckTest {

    private final UploadCheck check = check(Duration.ofSeconds(5), 2);

    static Stream<Arguments> accepted() {
        return Stream.of(
                file("signed.pdf", BadFiles::plainPdf, "application/pdf", "signed.pdf"),
                file("signed", BadFiles::plainPdf, "application/pdf", "signed.pdf"),
                file("SCAN.JPG", BadFiles::jpeg, "image/jpeg", "SCAN.jpg"),
                file("photo.png", BadFiles::png, "image/png", "photo.png"),
                file("photo.jpeg", BadFiles::png, "image/png", "photo.png"),
                file("../../etc/passwd.pdf", BadFiles::plainPdf, "application/pdf", "passwd.pdf"),
                file("a\r\nBcc: v@example.org.pdf", BadFiles::plainPdf, "application/pdf", "a--Bcc- v-example.org.pdf"),
                file("avtal åäö.pdf", BadFiles::pdfWithObjectStreams, "application/pdf", "avtal åäö.pdf"),
                file("ours.pdf", BadFiles::ourOwnAgreement, "application/pdf", "ours.pdf"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void takesWhatItReallyIs(String name, Callable<byte[]> content, String type, String safeName) throws Exception {
        var upload = check.inspect(content.call(), name);
        assertThat(upload.contentType()).isEqualTo(type);
        assertThat(upload.fileName()).isEqualTo(safeName);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                file("empty.pdf", () -> new byte[0], Reason.EMPTY, 422),
                file("huge.pdf", BadFiles::elevenMegabytes, Reason.TOO_LARGE, 413),
                file("x.pdf", BadFiles::png, Reason.NOT_A_PDF, 415),
                file("x.pdf", () -> "<html>hello</html>".getBytes(StandardCharsets.UTF_8), Reason.NOT_A_PDF, 415),
                file("x.pdf", BadFiles::polyglot, Reason.NOT_A_PDF, 415),
                file("x.zip", () -> new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0}, Reason.NOT_A_PDF, 415),
                file("x.svg", () -> "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), Reason.NOT_A_PDF, 415),
                file("x.pdf", () -> "%PDF-1.7\nnothing".getBytes(StandardCharsets.UTF_8), Reason.DOCUMENT_DAMAGED, 422),
                file("x.pdf", BadFiles::withoutPages, Reason.DOCUMENT_DAMAGED, 422),
                file("x.pdf", BadFiles::encrypted, Reason.DOCUMENT_ENCRYPTED, 422),
                file("x.pdf", BadFiles::openActionWithScript, Reason.DOCUMENT_ACTIVE_CONTENT, 422),
                file("x.pdf", BadFiles::scriptInObjectStream, Reason.DOCUMENT_ACTIVE_CONTENT, 422),
                file("x.pdf", BadFiles::launch, Reason.DOCUMENT_ACTIVE_CONTENT, 422),
                file("x.pdf", BadFiles::embeddedFile, Reason.DOCUMENT_ACTIVE_CONTENT, 422),
                file("x.pdf", BadFiles::submitForm, Reason.DOCUMENT_ACTIVE_CONTENT, 422),
                file("x.pdf", BadFiles::scriptWithDisguisedName, Reason.DOCUMENT_ACTIVE_CONTENT, 422),
                file("x.pdf", BadFiles::objectStreamBomb, Reason.DOCUMENT_TOO_COMPLEX, 422));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithTheReason(String name, Callable<byte[]> content, Reason reason, int status) throws Exception {
        var bytes = content.call();
        var refusal = catchThrowableOfType(UploadRefused.class, () -> check.inspect(bytes, name));
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.status()).isEqualTo(status);
    }

    @Test
    void survivesAPageTreeAsDeepAsAWell() throws Exception {
        var refusal = catchThrowableOfType(
                UploadRefused.class, () -> check.inspect(BadFiles.deepPageTree(20_000), "deep.pdf"));
        assertThat(refusal == null || refusal.status() == 422).isTrue();
    }

    @Test
    void endsAfterItsTime() throws Exception {
        var hasty = check(Duration.ofNanos(1), 1);
        var bytes = BadFiles.deepPageTree(20_000);
        var refusal = catchThrowableOfType(UploadRefused.class, () -> hasty.inspect(bytes, "slow.pdf"));
        assertThat(refusal.reason()).isEqualTo(Reason.DOCUMENT_TOO_COMPLEX);
    }

    @Test
    void takesAHundredAtOnceInTurn() throws Exception {
        var bytes = BadFiles.plainPdf();
        assertThat(IntStream.range(0, 100).parallel().mapToObj(i -> check.inspect(bytes, "x.pdf")))
                .hasSize(100);
    }

    @Test
    void everyReasonHasASentence() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/documents");
        for (var reason : Reason.values()) {
            var refusal = new UploadRefused(reason, 10L);
            assertThat(texts.getMessage(
                            "upload." + refusal.code(), refusal.args().toArray(), Locale.ENGLISH))
                    .isNotBlank();
        }
    }

    private static UploadCheck check(Duration longest, int atOnce) {
        var settings = new UploadSettings(DataSize.ofMegabytes(10), longest, DataSize.ofMegabytes(16), atOnce);
        return new UploadCheck(settings, new BoundedCheck(settings));
    }

    private static Arguments file(String name, Callable<byte[]> content, Object... expected) {
        return expected.length == 2
                ? Arguments.of(name, content, expected[0], expected[1])
                : Arguments.of(name, content, expected[0]);
    }
}
