package io.partnerflow.payments;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.bankfiles.BankEntry;
import io.partnerflow.bankfiles.BankFileRefused;
import io.partnerflow.bankfiles.BankFiles;
import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.mandates.Creditor;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Files of the bank: taken in, shown, booked when somebody says so. */
@ModuleService
public class BankStatements {

    private static final int PORTION = 1000;

    private final BankStatementRows rows;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final Vendor vendor;
    private final Creditor creditor;
    private final VendorCalendar calendar;
    private final AuditTrail audit;

    BankStatements(
            BankStatementRows rows,
            NumberSeries numbers,
            Workflow workflow,
            Vendor vendor,
            Creditor creditor,
            VendorCalendar calendar,
            AuditTrail audit) {
        this.rows = rows;
        this.numbers = numbers;
        this.workflow = workflow;
        this.vendor = vendor;
        this.creditor = creditor;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** @param known whether the same file had been taken in before */
    public record TakenIn(String number, boolean known) {}

    /**
     * Takes a file in, without booking anything. The same file again is the statement it was the first time.
     *
     * @param sha256 of the content, in hexadecimal
     * @throws BankFileRefused with everything that is wrong, by line; nothing of it is kept
     */
    public TakenIn take(InputStream content, String sha256, String fileName, String by) {
        var earlier = rows.withHash(sha256);
        if (earlier.isPresent()) {
            return new TakenIn(earlier.get(), true);
        }
        var number = numbers.next("BS");
        rows.insert(number, sha256, name(fileName), vendor.iban(), by, BankStatementRows.at(calendar.now()));
        var portion = new Portions(number);
        var told = BankFiles.read(content, List.of(vendor.iban(), creditor.iban()), portion::take);
        portion.write();
        rows.told(number, told);
        audit.record("statement-read", number, "%s, %d entries".formatted(name(fileName), told.entries()));
        return new TakenIn(number, false);
    }

    private static String name(String fileName) {
        var name = fileName.replaceAll(".*[/\\\\]", "")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return name.length() <= 255 ? name : name.substring(0, 255);
    }

    /** Keeps memory constant: what has been read is written before more is. */
    private final class Portions {

        private final String statement;
        private final List<BankEntry> waiting = new ArrayList<>();
        private int written;

        Portions(String statement) {
            this.statement = statement;
        }

        void take(BankEntry entry) {
            waiting.add(entry);
            if (waiting.size() == PORTION) {
                write();
            }
        }

        void write() {
            if (!waiting.isEmpty()) {
                rows.insert(statement, vendor.iban(), written + 1, waiting);
                written += waiting.size();
                waiting.clear();
            }
        }
    }

    /** @throws NotFound if there is none */
    public BankStatement get(String number) {
        return rows.find(number).orElseThrow(() -> new NotFound("statement", number));
    }

    /** The latest ones, latest first. */
    public List<BankStatement> newest(int most) {
        return rows.newest(most);
    }

    /**
     * Has it booked.
     *
     * @throws NotFound if there is none
     * @throws Conflict {@code statement-confirmed} if that has been said already
     */
    public void confirm(String number, String by) {
        get(number);
        if (!rows.confirm(number, by, BankStatementRows.at(calendar.now()))) {
            throw new Conflict("statement-confirmed", number);
        }
        audit.record("statement-confirmed", number, null);
        workflow.start(StatementImportProcess.STATEMENT_CONFIRMED, number);
    }

    /**
     * Forgets it, as if it had not been taken in.
     *
     * @throws NotFound if there is none
     * @throws Conflict {@code statement-confirmed} if it is booked or being booked
     */
    public void discard(String number) {
        get(number);
        if (!rows.delete(number)) {
            throw new Conflict("statement-confirmed", number);
        }
        audit.record("statement-discarded", number, null);
    }
}
