package io.partnerflow.imports;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.customers.CustomerImport;
import io.partnerflow.documents.FileName;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.engine.Workflow;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.Page;
import io.partnerflow.shared.Paging;
import io.partnerflow.shared.VendorCalendar;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.annotation.Transactional;

/** What people do with files to be imported. */
@ModuleService
public class Imports {

    private final ImportRows rows;
    private final DryRun dryRun;
    private final CustomerImport customers;
    private final NumberSeries numbers;
    private final Workflow workflow;
    private final AuditTrail audit;
    private final ImportWords words;
    private final VendorCalendar calendar;

    Imports(
            ImportRows rows,
            DryRun dryRun,
            CustomerImport customers,
            NumberSeries numbers,
            Workflow workflow,
            AuditTrail audit,
            ImportWords words,
            VendorCalendar calendar) {
        this.rows = rows;
        this.dryRun = dryRun;
        this.customers = customers;
        this.numbers = numbers;
        this.workflow = workflow;
        this.audit = audit;
        this.words = words;
        this.calendar = calendar;
    }

    /**
     * Takes a file in and checks every cell of it. Nothing of it is written yet.
     *
     * @return IM-…
     * @throws Invalid at {@code file} if it is no filled-in template
     */
    public String check(Scope scope, String fileName, byte[] content) {
        var findings = new Findings();
        var file = ImportFile.read(content, scope.vendor(), findings);
        dryRun.check(file, scope, findings);
        var number = numbers.next("IM");
        rows.insert(
                new ImportRows.Received(number, scope, FileName.safe(fileName), sha256(content), content, file),
                findings);
        audit.record(
                "import-checked",
                number,
                "%s, %d rows, %d errors, SHA-256 %s"
                        .formatted(FileName.safe(fileName), file.all(), findings.errors(), sha256(content)));
        return number;
    }

    /**
     * @param reseller null for the vendor, who sees everybody's
     * @throws NotFound if there is none, or it is somebody else's
     */
    @Transactional(readOnly = true)
    public ImportView get(@Nullable UUID reseller, String number) {
        return rows.get(reseller, number);
    }

    /**
     * The file as it came in.
     *
     * @throws NotFound as {@link #get}
     */
    @Transactional(readOnly = true)
    public byte[] original(@Nullable UUID reseller, String number) {
        rows.get(reseller, number);
        return rows.content(number);
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public Page<ImportView> list(@Nullable UUID reseller, Paging paging) {
        return Page.of(rows.list(reseller, paging), paging, rows.count(reseller));
    }

    /**
     * What is wrong with the file, errors first, then from its first row to its last.
     *
     * @throws NotFound if there is none, or it is somebody else's
     */
    @Transactional(readOnly = true)
    public Page<ImportProblem> problems(@Nullable UUID reseller, String number, Paging paging, Locale language) {
        var view = rows.get(reseller, number);
        var kept = Math.min(view.errors() + view.hints(), Findings.MOST_KEPT);
        return Page.of(
                rows.problems(number, paging.size(), paging.offset()).stream()
                        .map(finding -> words.problem(finding, language))
                        .toList(),
                paging,
                kept);
    }

    /**
     * Has the file written, all of it or nothing, as soon as a worker is free.
     *
     * @throws Conflict {@code import-has-errors}; {@code import-same-file} if the very same file was or is being written;
     *     {@code import-decided} if somebody was faster; {@code import-check-again} if it holds contracts and was not checked today
     */
    public void confirm(Scope scope, String number) {
        var view = rows.get(scope.reseller(), number);
        if (rows.lock(number) != ImportStatus.CHECKED) {
            throw new Conflict("import-decided", number);
        }
        if (view.errors() > 0) {
            throw new Conflict("import-has-errors", number);
        }
        if (view.contracts() > 0 && !checkedToday(view)) {
            throw new Conflict("import-check-again", number);
        }
        if (view.sameAs() != null) {
            throw new Conflict("import-same-file", view.sameAs());
        }
        try {
            rows.confirmed(number, scope.by());
        } catch (DataIntegrityViolationException other) {
            throw new Conflict("import-same-file", number);
        }
        rows.progress(number, 0, view.rows() + view.orders());
        audit.record("import-confirmed", number, view.fileName());
        workflow.start(ImportProcess.CONFIRMED, number);
    }

    /** Which periods of a contract count as paid elsewhere depends on the day: what people have seen is what is written. */
    private boolean checkedToday(ImportView view) {
        return calendar.dateOf(view.uploadedAt()).equals(calendar.today());
    }

    /**
     * Takes the customers away again that the file has made, as long as nobody has done anything with any of them.
     *
     * @throws Conflict {@code import-cannot-be-undone} if there was more in it than customers, or it is not done; {@code
     *     import-in-use} if something refers to one of them
     */
    public void undo(Scope scope, String number) {
        rows.get(scope.reseller(), number);
        rows.lock(number);
        if (!rows.get(scope.reseller(), number).mayBeUndone()) {
            throw new Conflict("import-cannot-be-undone", number);
        }
        try {
            customers.forget(rows.created(number));
        } catch (DataIntegrityViolationException used) {
            throw new Conflict("import-in-use", number);
        }
        rows.undone(number, scope.by());
        audit.record("import-undone", number, null);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
