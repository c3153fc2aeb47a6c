package io.partnerflow.agreements;

import io.partnerflow.documents.DocumentId;
import io.partnerflow.signatures.DigitalSignature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The proofs of signatures; written once. */
@Component
class SignatureRecords {

    private final JdbcClient database;

    SignatureRecords(JdbcClient database) {
        this.database = database;
    }

    void keep(String order, int round, PageSignature signature) {
        database.sql("""
                        INSERT INTO page_signature (order_number, round, name, email, signed_at, address, user_agent,
                            purpose, document_id, sha256, evidence_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        order,
                        round,
                        signature.name(),
                        signature.email(),
                        moment(signature.signedAt()),
                        signature.address(),
                        signature.userAgent(),
                        AgreementLinks.PURPOSE,
                        signature.document().value(),
                        signature.sha256(),
                        signature.evidence().value())
                .update();
    }

    /** The signature given on the page; empty if this round was signed in another way. */
    Optional<PageSignature> onPage(String order, int round) {
        return database.sql("SELECT * FROM page_signature WHERE order_number = ? AND round = ?")
                .params(order, round)
                .query(SignatureRecords::onPage)
                .optional();
    }

    private static PageSignature onPage(ResultSet row, int number) throws SQLException {
        return new PageSignature(
                row.getString("name"),
                row.getString("email"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant(),
                row.getString("address"),
                row.getString("user_agent"),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getString("sha256"),
                new DocumentId(row.getObject("evidence_id", UUID.class)));
    }

    /** @param sha256 of the file they are in */
    void keep(String order, int round, List<DigitalSignature> signatures, String sha256) {
        for (var position = 0; position < signatures.size(); position++) {
            keep(order, round, position + 1, signatures.get(position), sha256);
        }
    }

    private void keep(String order, int round, int position, DigitalSignature signature, String sha256) {
        database.sql("""
                        INSERT INTO digital_signature (order_number, round, position, subject, issuer, serial,
                            valid_from, valid_until, signed_at, self_signed, chain, timestamp, sha256)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        order,
                        round,
                        position,
                        signature.subject(),
                        signature.issuer(),
                        signature.serial(),
                        moment(signature.validFrom()),
                        moment(signature.validUntil()),
                        moment(signature.signedAt()),
                        signature.selfSigned(),
                        signature.chain(),
                        signature.timestamp(),
                        sha256)
                .update();
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
