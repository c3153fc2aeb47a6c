package io.partnerflow.incoming;

import io.partnerflow.audit.AuditTrail;
import io.partnerflow.conversations.ConversationKind;
import io.partnerflow.engine.Decisions;
import io.partnerflow.engine.Decisions.About;
import io.partnerflow.engine.ModuleService;
import io.partnerflow.incoming.SignedPapers.Answer;
import io.partnerflow.incoming.Subjects.CaseSubject;
import io.partnerflow.shared.VendorCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a mail where it belongs, and closes it. */
@ModuleService
class Filing {

    static final String BOUNCE = "BOUNCE";
    static final String SIGNED = "SIGNED";
    static final String CANCELLATION = "CANCELLATION";
    private static final String ROUTING = "incoming-mail.routing";
    private static final String ORDER_DESK = "order-desk";
    private static final String CONTRACTS = "contracts";

    private final IncomingRows rows;
    private final Subjects subjects;
    private final SignedPapers papers;
    private final MailThread thread;
    private final Acknowledgements acknowledgements;
    private final Decisions decisions;
    private final AuditTrail audit;
    private final VendorCalendar calendar;

    Filing(
            IncomingRows rows,
            Subjects subjects,
            SignedPapers papers,
            MailThread thread,
            Acknowledgements acknowledgements,
            Decisions decisions,
            AuditTrail audit,
            VendorCalendar calendar) {
        this.rows = rows;
        this.subjects = subjects;
        this.papers = papers;
        this.thread = thread;
        this.acknowledgements = acknowledgements;
        this.decisions = decisions;
        this.audit = audit;
        this.calendar = calendar;
    }

    /**
     * What came of filing.
     *
     * @param taken nobody has to see to the mail itself
     * @param desk  that sees to it
     */
    record Filed(boolean taken, String desk) {}

    /** What the table says about a mail. */
    private record Routing(String request, String desk) {}

    /** Puts a mail at the case it was recognised for or that a person has named. */
    public Filed file(String number) {
        var mail = rows.locked(number);
        var subject = subjects.find(Objects.requireNonNull(mail.caseNumber())).orElseThrow();
        return mail.kind() == MailKind.BOUNCE ? bounced(mail, subject) : written(mail, subject);
    }

    private Filed bounced(IncomingMail mail, CaseSubject subject) {
        var desk = deskOf(subject);
        rows.file(mail.number(), MailStatus.AT_DESK, BOUNCE, desk, null, mail.findings());
        return new Filed(false, desk);
    }

    private Filed written(IncomingMail mail, CaseSubject subject) {
        var sender = subjects.correspondent(subject, mail.sender())
                .filter(known -> mail.proven())
                .orElse(null);
        var routing = routing(mail, subject);
        var attachments = rows.attachments(mail.number());
        var paper = subject.kind().equals("ORDER") && !routing.request().equals(CANCELLATION)
                ? papers.take(mail, subject, attachments)
                : Answer.NOTHING;
        var rest = attachments.stream().filter(file -> !isThe(paper, file)).toList();
        var submission = thread.write(mail, subject.number(), sender, rest);
        var found = found(mail, paper.finding());
        if (paper.isSigned()) {
            rows.file(mail.number(), MailStatus.FILED, SIGNED, CONTRACTS, submission, found);
            thread.seenTo(rows.get(mail.number())); // the check of the paper is the answer
        } else {
            var desk = paper.finding() == null ? routing.desk() : CONTRACTS;
            var request = paper.finding() == null ? routing.request() : SIGNED;
            rows.file(mail.number(), MailStatus.AT_DESK, request, desk, submission, found);
        }
        audit.record("mail-filed", subject.number(), mail.number());
        acknowledgements.send(mail, subject, sender);
        var filed = rows.get(mail.number());
        return new Filed(paper.isSigned(), Objects.requireNonNullElse(filed.desk(), ORDER_DESK));
    }

    private Routing routing(IncomingMail mail, CaseSubject subject) {
        var answer = decisions.decide(
                ROUTING,
                new About(subject.number(), mail.number()),
                Map.of("about", subject.kind(), "words", mail.words()));
        return new Routing(String.valueOf(answer.get("request")), String.valueOf(answer.get("desk")));
    }

    private static String deskOf(CaseSubject subject) {
        return subject.kind().equals("INVOICE")
                ? "billing"
                : ConversationKind.valueOf(subject.kind()).desk();
    }

    private static boolean isThe(Answer paper, MailAttachment file) {
        return paper.taken() != null && paper.taken().value().equals(file.document());
    }

    private static List<Finding> found(IncomingMail mail, @Nullable Finding more) {
        var all = new ArrayList<>(mail.findings());
        if (more != null) {
            all.add(more);
        }
        return all;
    }

    /**
     * What a person has said about a mail nobody could place.
     *
     * @return the next step: {@code file}, {@code answered}, {@code spam}, or {@code place} once more
     */
    public String decided(String number, String placement, @Nullable String typed, @Nullable String note) {
        var mail = rows.locked(number);
        if (placement.equals(Recognition.PLACE)) {
            return placed(mail, CaseNumbers.typed(Objects.requireNonNullElse(typed, "")), note);
        }
        var spam = placement.equals("spam");
        rows.settle(number, spam ? MailStatus.SPAM : MailStatus.ANSWERED, note, mail.settledBy(), calendar.now());
        return spam ? "spam" : "answered";
    }

    private String placed(IncomingMail mail, String caseNumber, @Nullable String note) {
        var subject = subjects.find(caseNumber);
        if (subject.isEmpty()) {
            rows.comesBack(mail.number(), caseNumber);
            return Recognition.PLACE;
        }
        var known = mail.proven()
                && subjects.correspondent(subject.get(), mail.sender()).isPresent();
        rows.place(mail.number(), caseNumber, known, mail.settledBy());
        rows.noted(mail.number(), note);
        return Recognition.FILE;
    }

    /**
     * A desk has looked at it.
     *
     * @param outcome done, or elsewhere
     * @return whether it is done
     */
    public boolean closed(String number, String outcome, @Nullable String note) {
        var mail = rows.locked(number);
        if (outcome.equals("elsewhere")) {
            thread.takenAway(mail, Objects.requireNonNullElse(mail.settledBy(), audit.actor()));
            rows.noted(number, note);
            rows.takeAway(number);
            return false;
        }
        rows.settle(number, MailStatus.DONE, note, mail.settledBy(), calendar.now());
        thread.seenTo(mail);
        return true;
    }
}
