package io.partnerflow.credit;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.parties.Organisations;
import io.partnerflow.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Credit checks as the credit desk and who manages see them. The caller has made sure who asks. */
@ModuleService
@Transactional(readOnly = true)
public class CreditFiles {

    private static final int MOST = 200;

    private final CreditCheckStore checks;
    private final CreditReports reports;
    private final CreditDecisionLog log;
    private final Organisations organisations;
    private final JdbcClient database;

    CreditFiles(
            CreditCheckStore checks,
            CreditReports reports,
            CreditDecisionLog log,
            Organisations organisations,
            JdbcClient database) {
        this.checks = checks;
        this.reports = reports;
        this.log = log;
        this.organisations = organisations;
        this.database = database;
    }

    /** One line of the list. */
    public record Line(String number, String order, String customer, CreditStatus status, Instant since) {}

    /** The latest checks. */
    public List<Line> latest() {
        return database.sql("""
                        SELECT c.number, c.order_number, o.name, c.status, c.changed_at
                        FROM credit_check c JOIN organisation o ON o.id = c.customer_id
                        ORDER BY c.number DESC LIMIT ?""").param(MOST).query(CreditFiles::line).list();
    }

    /** @throws NotFound if the order has no credit check */
    public CreditFile of(String order) {
        var check = checks.about(order);
        return new CreditFile(
                check.view(),
                organisations.get(check.customer()).name(),
                check.agencyProblem(),
                check.agencyTries(),
                reports.of(check.number()).map(CreditFiles::shown).orElse(null),
                log.of(check.number()));
    }

    private static CreditFile.AgencyReport shown(CreditReports.Report report) {
        return new CreditFile.AgencyReport(
                report.agency(),
                report.reference(),
                report.scoreClass(),
                report.foundedOn(),
                report.insolvent(),
                report.limit(),
                report.obtainedAt());
    }

    private static Line line(ResultSet row, int i) throws SQLException {
        return new Line(
                row.getString("number"),
                row.getString("order_number"),
                row.getString("name"),
                CreditStatus.valueOf(row.getString("status")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
