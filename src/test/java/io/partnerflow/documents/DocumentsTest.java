package io.partnerflow.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.shared.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PartnerflowTest
class DocumentsTest {

    private final String order = "OR-" + UUID.randomUUID();
    private final byte[] paper = "%PDF-1.7 a paper".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient database;

    @Test
    void keepsBytesAndWhatIsKnownAboutThem() {
        var id = documents.file(NewDocument.pdf("agreement", order, paper, Set.of("reseller-1", "customer-1")));
        var kept = documents.find(id);
        assertThat(documents.content(id)).isEqualTo(paper);
        assertThat(kept.sha256()).isEqualTo(Documents.sha256(paper)).hasSize(64);
        assertThat(kept.size()).isEqualTo(paper.length);
        assertThat(kept.fileName()).isEqualTo(order + "-agreement.pdf");
        assertThat(kept.isOwnedBy("reseller-1")).isTrue();
        assertThat(kept.isOwnedBy("reseller-2")).isFalse();
    }

    @Test
    void keepsTheFirstOfItsKindAndEdition() {
        var first = documents.file(NewDocument.pdf("agreement", order, paper, Set.of()));
        var second = documents.file(NewDocument.pdf("agreement", order, new byte[] {1}, Set.of()));
        assertThat(second).isEqualTo(first);
        assertThat(documents.content(first)).isEqualTo(paper);
        documents.file(NewDocument.pdf("agreement", order, "2", new byte[] {1}, Set.of()));
        assertThat(documents.about(order)).extracting(Document::edition).containsExactly("1", "2");
    }

    @Test
    void keepsOneWhenManyFileItAtOnce() {
        var ids = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> documents.file(NewDocument.pdf("invoice", order, new byte[] {(byte) i}, Set.of())))
                .distinct();
        assertThat(ids).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE document SET content = 'x', size = 1, sha256 = encode(sha256('x'), 'hex') WHERE id = ?",
                "UPDATE document SET owners = '{}' WHERE id = ?",
                "DELETE FROM document WHERE id = ?"
            })
    void nobodyChangesOrRemovesADocument(String attempt) {
        var id = documents.file(NewDocument.pdf("agreement", order, paper, Set.of("reseller-1")));
        assertThatThrownBy(() -> database.sql(attempt).param(id.value()).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed or deleted");
    }

    @Test
    void theDatabaseItselfChecksTheHash() {
        assertThatThrownBy(() -> database.sql("""
                                INSERT INTO document (id, kind, business_key, edition, file_name, content_type, size,
                                    sha256, owners, created_at, content)
                                VALUES (gen_random_uuid(), 'x-y', 'x', '1', 'x', 'application/pdf', 1,
                                    'ab', '{}', now(), 'x')""").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void saysThatThereIsNone() {
        var nobody = new DocumentId(UUID.randomUUID());
        assertThatThrownBy(() -> documents.find(nobody)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> documents.content(nobody)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @CsvSource({
        "agreement.pdf, agreement.pdf",
        "../../etc/passwd, passwd",
        "C:\\temp\\scan.pdf, scan.pdf",
        "'a\"b;c\r\nd.pdf', a-b-c--d.pdf",
        "..., document",
        "avtal å.pdf, avtal å.pdf"
    })
    void namesFilesSafely(String given, String safe) {
        assertThat(FileName.safe(given)).isEqualTo(safe);
    }

    @Test
    void cutsLongNamesButKeepsTheirEnding() {
        assertThat(FileName.safe("x".repeat(300) + ".pdf")).hasSize(120).endsWith(".pdf");
    }
}
