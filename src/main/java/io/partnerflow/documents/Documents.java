package io.partnerflow.documents;

import io.partnerflow.shared.NotFound;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The archive: documents are rows beside the business they belong to, so a backup is whole and any node can serve them.
 * The database refuses to change or delete one.
 */
@Service
@Transactional
public class Documents {

    private static final String FACTS = """
            SELECT id, kind, business_key, edition, file_name, content_type, size, sha256, owners, created_at
            FROM document
            """;

    private final JdbcClient database;
    private final Clock clock;

    Documents(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps a document. If one of this kind, case and edition is already kept, that one stays and its id is returned.
     */
    public DocumentId file(NewDocument document) {
        var inserted = database.sql("""
                INSERT INTO document
                    (id, kind, business_key, edition, file_name, content_type, size, sha256, owners, created_at, content)
                VALUES (:id, :kind, :businessKey, :edition, :fileName, :contentType, :size, :sha256, :owners, :now, :content)
                ON CONFLICT (business_key, kind, edition) do nothing
                """)
                .param("id", UUID.randomUUID())
                .param("kind", document.kind())
                .param("businessKey", document.businessKey())
                .param("edition", document.edition())
                .param("fileName", document.fileName())
                .param("contentType", document.contentType())
                .param("size", document.content().length)
                .param("sha256", sha256(document.content()))
                .param("owners", document.owners().toArray(String[]::new))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("content", document.content());
        inserted.update();
        return idOf(document);
    }

    /** @throws NotFound if there is none with this id */
    @Transactional(readOnly = true)
    public Document find(DocumentId id) {
        return database.sql(FACTS + "WHERE id = :id")
                .param("id", id.value())
                .query(Documents::document)
                .optional()
                .orElseThrow(() -> missing(id));
    }

    /** @throws NotFound if there is none with this id */
    @Transactional(readOnly = true)
    public byte[] content(DocumentId id) {
        return database.sql("SELECT content FROM document WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> missing(id));
    }

    /** Every document of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Document> about(String businessKey) {
        return database.sql(FACTS + "WHERE business_key = :businessKey ORDER BY created_at, kind, edition")
                .param("businessKey", businessKey)
                .query(Documents::document)
                .list();
    }

    /**
     * What an organisation may read, latest first.
     *
     * @param owner id of the organisation
     */
    @Transactional(readOnly = true)
    public List<Document> ownedBy(String owner, int most) {
        return database.sql(FACTS + "WHERE owners @> ARRAY[:owner]::text[] ORDER BY created_at DESC, id LIMIT :most")
                .param("owner", owner)
                .param("most", most)
                .query(Documents::document)
                .list();
    }

    /** SHA-256 of some bytes as 64 hex digits, as documents carry it. */
    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private DocumentId idOf(NewDocument document) {
        return database.sql("""
                SELECT id FROM document
                WHERE business_key = :businessKey AND kind = :kind AND edition = :edition
                """)
                .param("businessKey", document.businessKey())
                .param("kind", document.kind())
                .param("edition", document.edition())
                .query((row, number) -> new DocumentId(row.getObject(1, UUID.class)))
                .single();
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                new DocumentId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getString("business_key"),
                row.getString("edition"),
                row.getString("file_name"),
                row.getString("content_type"),
                row.getLong("size"),
                row.getString("sha256"),
                Set.of((String[]) row.getArray("owners").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static NotFound missing(DocumentId id) {
        return new NotFound("document", id);
    }
}
