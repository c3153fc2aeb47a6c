package io.partnerflow.commission;

import io.partnerflow.documents.Document;
import io.partnerflow.documents.Documents;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.payouts.Claims;
import io.partnerflow.shared.Listing;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.Percentage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Statements and the documents issued for them, as their reseller and the vendor's staff see them. */
@ModuleService
@Transactional(readOnly = true)
public class Statements {

    private static final int SHOWN = 100;

    private final JdbcClient database;
    private final StatementRows rows;
    private final DocumentRows billed;
    private final Claims claims;
    private final Documents documents;

    Statements(JdbcClient database, StatementRows rows, DocumentRows billed, Claims claims, Documents documents) {
        this.database = database;
        this.rows = rows;
        this.billed = billed;
        this.claims = claims;
        this.documents = documents;
    }

    /** A statement as one line of a list. */
    public record Row(
            String number,
            String programme,
            @Nullable YearMonth month,
            @Nullable String contract,
            Statement.Status status,
            Money monthNet,
            @Nullable Percentage rate,
            Money monthTotal,
            Money carryIn,
            Money payable,
            Money carryOut,
            @Nullable LocalDate disputeUntil) {}

    /**
     * What a reseller has earned in one currency.
     *
     * @param billed sum of the statements that are billed
     * @param open sum of those that can still be objected to or are
     * @param carried what the next statement starts with
     */
    public record Total(Money billed, Money open, Money carried) {}

    /**
     * A document with what became of its amount.
     *
     * @param credited whether another has taken it back
     * @param fate null if nothing of it is to be paid out
     */
    public record Billed(
            CompensationDocument document, List<SetOff> setOffs, boolean credited, Claims.@Nullable Fate fate) {

        public Billed {
            setOffs = List.copyOf(setOffs);
        }
    }

    /** The reseller's statements, latest first; searched by number, month, contract, offer, document and customer. */
    public Page<Row> list(UUID reseller, Paging paging) {
        var found = found(reseller, paging);
        var page = database.sql(found.rows("s.*", ""))
                .params(found.params())
                .query(Statements::row)
                .list();
        var total = database.sql(found.count())
                .params(found.params())
                .query(Long.class)
                .single();
        return Page.of(page, paging, total);
    }

    /** The same as a whole, handed out one by one. */
    public void each(UUID reseller, Paging search, int most, Consumer<Row> taker) {
        var found = found(reseller, search).first(most);
        try (var rows = database.sql(found.rows("s.*", "")).params(found.params()).query(Statements::row).stream()) {
            rows.forEach(taker);
        }
    }

    private static Listing found(UUID reseller, Paging paging) {
        return Listing.of("compensation_statement s", paging)
                .where("s.reseller_id = :reseller", "reseller", reseller)
                .where("s.status <> 'DRAWN_UP'")
                .searched("s.search")
                .by("coalesce(s.month, s.sent_on) DESC, s.number DESC");
    }

    /** By currency; empty if the reseller has no statement. */
    public List<Total> totals(UUID reseller) {
        return database.sql("""
                        SELECT s.currency,
                            coalesce(sum(s.payable) FILTER (WHERE s.status = 'ISSUED'), 0) AS billed,
                            coalesce(sum(s.payable) FILTER (WHERE s.status IN ('SENT', 'DISPUTED', 'DECIDED')), 0) AS open,
                            (SELECT coalesce(sum(c.amount), 0) FROM compensation_carry c WHERE c.reseller_id = :reseller
                             AND c.currency = s.currency AND c.taken_by IS NULL) AS carried
                        FROM compensation_statement s WHERE s.reseller_id = :reseller AND s.status <> 'DRAWN_UP'
                        GROUP BY s.currency ORDER BY s.currency""")
                .param("reseller", reseller)
                .query((row, i) -> new Total(money(row, "billed"), money(row, "open"), money(row, "carried")))
                .list();
    }

    /** @throws NotFound if there is no such statement for this reseller, or it is not sent yet */
    public Statement get(UUID reseller, String number) {
        return rows.find(number)
                .filter(statement -> statement.reseller().equals(reseller))
                .filter(statement -> statement.status() != Statement.Status.DRAWN_UP)
                .orElseThrow(() -> new NotFound("statement", number));
    }

    /** What was issued for the statement, in the order of issue. */
    public List<Billed> billed(Statement statement) {
        return billed.of(statement.number()).stream().map(this::withFate).toList();
    }

    private Billed withFate(CompensationDocument document) {
        return new Billed(
                document,
                billed.setOffs(document),
                billed.isCredited(document.number()),
                claims.of(document.number()).orElse(null));
    }

    /**
     * The statement as it was sent last.
     *
     * @throws NotFound if there is no such statement for this reseller
     */
    public Document paper(UUID reseller, String number) {
        get(reseller, number);
        return documents.about(number).stream()
                .filter(document -> document.kind().equals(StatementMail.KIND))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new NotFound("statement", number));
    }

    /**
     * A self-billed document as it was sent.
     *
     * @throws NotFound if there is none for this reseller
     */
    public Document billedPaper(UUID reseller, String number) {
        var document = billed.find(number)
                .filter(one -> one.reseller().equals(reseller))
                .orElseThrow(() -> new NotFound("self-billed-document", number));
        return documents.about(number).stream()
                .filter(one -> one.kind().equals(document.kind().archive()))
                .findFirst()
                .orElseThrow(() -> new NotFound("self-billed-document", number));
    }

    /** For the vendor's staff: the latest documents of all resellers. */
    public List<Billed> latestBilled() {
        return billed.latest(SHOWN).stream().map(this::withFate).toList();
    }

    /** For the vendor's staff. @throws NotFound if there is none */
    public Billed billed(String number) {
        return billed.find(number).map(this::withFate).orElseThrow(() -> new NotFound("self-billed-document", number));
    }

    private static Row row(ResultSet row, int i) throws SQLException {
        return new Row(
                row.getString("number"),
                row.getString("programme"),
                StatementRows.month(row),
                row.getString("contract"),
                Statement.Status.valueOf(row.getString("status")),
                money(row, "month_net"),
                row.getBigDecimal("rate") == null ? null : Percentage.of(row.getBigDecimal("rate")),
                money(row, "month_total"),
                money(row, "carry_in"),
                money(row, "payable"),
                money(row, "carry_out"),
                row.getObject("dispute_until", LocalDate.class));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getBigDecimal(column), row.getString("currency"));
    }
}
