package io.partnerflow.commission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.partnerflow.einvoice.TradeParty;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.tax.VatCategory;
import io.partnerflow.tax.VatDecision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Self-billed documents as rows: written once, read often. */
@Repository
class DocumentRows {

    private static final JsonMapper JSON =
            JsonMapper.builder().findAndAddModules().build();

    private final JdbcClient database;

    DocumentRows(JdbcClient database) {
        this.database = database;
    }

    void insert(CompensationDocument document) {
        database.sql("""
                        INSERT INTO compensation_document (number, kind, statement, round, credits, reason, issue_date, issued_at,
                            reseller_id, currency, net, vat, gross, vat_category, vat_rate, vat_reason, seller, buyer)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        document.number(),
                        document.kind().name(),
                        document.statement(),
                        document.round(),
                        document.credits(),
                        document.reason(),
                        document.issueDate(),
                        OffsetDateTime.ofInstant(document.issuedAt(), ZoneOffset.UTC),
                        document.reseller(),
                        document.net().currencyCode(),
                        document.net().amount(),
                        document.vat().amount(),
                        document.gross().amount(),
                        document.vatCategory().name(),
                        document.vatRate().value(),
                        document.vatReason().name(),
                        write(document.seller()),
                        write(document.buyer()))
                .update();
        for (var position = 0; position < document.lines().size(); position++) {
            insertLine(document.number(), position, document.lines().get(position));
        }
    }

    private void insertLine(String document, int position, CompensationDocument.Line line) {
        database.sql("""
                        INSERT INTO compensation_document_line (document, position, description, formula, net)
                        VALUES (?, ?, ?, ?, ?)""")
                .params(
                        document,
                        position,
                        line.description(),
                        line.formula(),
                        line.net().amount())
                .update();
    }

    Optional<CompensationDocument> find(String number) {
        return database.sql("SELECT * FROM compensation_document WHERE number = ?")
                .param(number)
                .query(this::document)
                .optional();
    }

    Optional<CompensationDocument> find(String statement, int round, CompensationDocument.Kind kind) {
        return database.sql("SELECT * FROM compensation_document WHERE statement = ? AND round = ? AND kind = ?")
                .params(statement, round, kind.name())
                .query(this::document)
                .optional();
    }

    /** Everything that was issued for a statement, in the order of issue. */
    List<CompensationDocument> of(String statement) {
        return database.sql("SELECT * FROM compensation_document WHERE statement = ? ORDER BY round, kind")
                .param(statement)
                .query(this::document)
                .list();
    }

    /** The latest ones of all resellers. */
    List<CompensationDocument> latest(int most) {
        return database.sql("SELECT * FROM compensation_document ORDER BY issued_at DESC, number DESC LIMIT ?")
                .param(most)
                .query(this::document)
                .list();
    }

    boolean isCredited(String number) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM compensation_document WHERE credits = ?)")
                .param(number)
                .query(Boolean.class)
                .single();
    }

    void setOff(String document, String invoice, Money amount, Instant at) {
        database.sql("""
                        INSERT INTO compensation_set_off (document, invoice, amount, at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .params(document, invoice, amount.amount(), OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    List<SetOff> setOffs(CompensationDocument document) {
        return database.sql("SELECT * FROM compensation_set_off WHERE document = ? ORDER BY invoice")
                .param(document.number())
                .query((row, i) -> new SetOff(
                        row.getString("invoice"),
                        Money.of(row.getBigDecimal("amount"), document.net().currencyCode())))
                .list();
    }

    private CompensationDocument document(ResultSet row, int i) throws SQLException {
        var number = row.getString("number");
        var currency = row.getString("currency");
        return new CompensationDocument(
                number,
                CompensationDocument.Kind.valueOf(row.getString("kind")),
                row.getString("statement"),
                row.getInt("round"),
                row.getString("credits"),
                row.getString("reason"),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("reseller_id", UUID.class),
                lines(number, currency),
                VatCategory.valueOf(row.getString("vat_category")),
                Percentage.of(row.getBigDecimal("vat_rate")),
                VatDecision.Reason.valueOf(row.getString("vat_reason")),
                Money.of(row.getBigDecimal("net"), currency),
                Money.of(row.getBigDecimal("vat"), currency),
                Money.of(row.getBigDecimal("gross"), currency),
                read(row.getString("seller")),
                read(row.getString("buyer")));
    }

    private List<CompensationDocument.Line> lines(String number, String currency) {
        return database.sql("SELECT * FROM compensation_document_line WHERE document = ? ORDER BY position")
                .param(number)
                .query((row, i) -> new CompensationDocument.Line(
                        row.getString("description"),
                        row.getString("formula"),
                        Money.of(row.getBigDecimal("net"), currency)))
                .list();
    }

    private static String write(TradeParty party) {
        try {
            return JSON.writeValueAsString(party);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TradeParty read(String json) {
        try {
            return JSON.readValue(json, TradeParty.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
