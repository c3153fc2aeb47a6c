package io.partnerflow.payouts;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.engine.ModuleService;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The accounts organisations are paid to. */
@ModuleService
public class BankAccounts {

    private final JdbcClient database;
    private final PayoutLetters letters;
    private final AuditTrail audit;
    private final Clock clock;

    BankAccounts(JdbcClient database, PayoutLetters letters, AuditTrail audit, Clock clock) {
        this.database = database;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return empty if it has entered none */
    @Transactional(readOnly = true)
    public Optional<BankAccount> of(UUID organisation) {
        return database.sql("SELECT * FROM payout_account WHERE organisation_id = ?")
                .param(organisation)
                .query(BankAccounts::account)
                .optional();
    }

    /**
     * From now on the organisation is paid to this account. It is told by letter; the same account again changes nothing.
     *
     * @param by who says so
     * @throws io.partnerflow.shared.Invalid naming {@code accountHolder} and {@code iban}
     */
    public BankAccount change(UUID organisation, @Nullable String holder, @Nullable String iban, String by) {
        var wanted = BankAccountCheck.check(holder, iban);
        var changed = database.sql("""
                        INSERT INTO payout_account AS old (organisation_id, account_holder, iban, changed_at, changed_by, changes)
                        VALUES (?, ?, ?, ?, ?, 1)
                        ON CONFLICT (organisation_id) DO UPDATE SET account_holder = excluded.account_holder,
                            iban = excluded.iban, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
                            changes = old.changes + 1
                        WHERE (old.account_holder, old.iban) <> (excluded.account_holder, excluded.iban)""")
                .params(
                        organisation,
                        wanted.holder(),
                        wanted.iban(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        by)
                .update();
        var account = of(organisation).orElseThrow();
        if (changed == 1) {
            audit.record(
                    "bank-account-changed",
                    organisation.toString(),
                    "%s, account ending in %s".formatted(account.holder(), account.ending()));
            letters.accountChanged(account);
        }
        return account;
    }

    private static BankAccount account(ResultSet row, int number) throws SQLException {
        return new BankAccount(
                row.getObject("organisation_id", UUID.class),
                row.getString("account_holder"),
                row.getString("iban"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                row.getInt("changes"));
    }
}
