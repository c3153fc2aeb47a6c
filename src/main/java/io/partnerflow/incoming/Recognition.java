package io.partnerflow.incoming;

import io.partnerflow.engine.ModuleService;
import io.partnerflow.incoming.Subjects.CaseSubject;
import io.partnerflow.mail.Bounces;
import io.partnerflow.mail.Bounces.SentLetter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out where a mail belongs: by the letter it answers and the numbers it names, and only for a sender who is known
 * there. Whatever is in doubt goes to a person.
 */
@ModuleService
class Recognition {

    static final String FILE = "file";
    static final String PLACE = "place";
    static final String ASIDE = "aside";

    private final IncomingRows rows;
    private final Subjects subjects;
    private final Bounces bounces;
    private final MailReader reader;

    Recognition(IncomingRows rows, Subjects subjects, Bounces bounces, MailReader reader) {
        this.rows = rows;
        this.subjects = subjects;
        this.bounces = bounces;
        this.reader = reader;
    }

    /** @return what is to be done with it: {@value #FILE}, {@value #PLACE} or {@value #ASIDE} */
    public String recognise(String number) {
        var mail = rows.locked(number);
        if (mail.status() == MailStatus.TO_PLACE) {
            return PLACE; // a person has taken it away from where it was
        }
        return switch (mail.kind()) {
            case AUTOMATIC, FLOOD -> aside(mail, mail.findings());
            case BOUNCE -> bounced(mail);
            case OVERSIZED, ENCRYPTED, UNREADABLE -> toPlace(mail, mail.findings(), null);
            case ORDINARY -> written(mail);
        };
    }

    private String written(IncomingMail mail) {
        var letter = bounces.letter(mail.answers()).orElse(null);
        var existing = subjects.existing(numbers(mail, letter));
        var known = existing.stream()
                .filter(subject -> mail.proven())
                .filter(subject ->
                        subjects.correspondent(subject, mail.sender()).isPresent())
                .toList();
        if (known.isEmpty() || flooded(mail)) {
            return toPlace(mail, and(mail, why(mail, existing)), letter);
        }
        var place = known.get(0);
        var others = known.stream().skip(1).map(CaseSubject::number).collect(Collectors.joining(", "));
        rows.place(mail.number(), place.number(), true, null);
        rows.find(
                mail.number(),
                MailStatus.RECEIVED,
                others.isEmpty() ? mail.findings() : and(mail, new Finding("several", others)),
                letter == null ? null : letter.id());
        return FILE;
    }

    /** What it names itself comes before the letter it answers: people answer an old letter to write about something new. */
    private static List<String> numbers(IncomingMail mail, @Nullable SentLetter letter) {
        var numbers = new LinkedHashSet<String>();
        if (letter != null && (mail.named().isEmpty() || mail.named().contains(letter.businessKey()))) {
            numbers.add(letter.businessKey());
        }
        numbers.addAll(mail.named());
        return List.copyOf(numbers);
    }

    private static boolean flooded(IncomingMail mail) {
        return mail.findings().stream().anyMatch(finding -> finding.code().equals("flood"));
    }

    private static Finding why(IncomingMail mail, List<CaseSubject> existing) {
        if (!existing.isEmpty()) {
            var number = existing.get(0).number();
            return new Finding(mail.proven() ? "stranger" : "unproven", number);
        }
        return mail.named().isEmpty()
                ? new Finding("no-number")
                : new Finding("unknown-number", String.join(", ", mail.named()));
    }

    /** A report about a letter that is not ours is nobody's business: somebody has used our address. */
    private String bounced(IncomingMail mail) {
        var report = Optional.ofNullable(reader.read(rows.source(mail.number())).bounce());
        var letter = report.flatMap(it -> bounces.letter(it.letters())).orElse(null);
        if (letter == null || report.isEmpty()) {
            return aside(mail, and(mail, new Finding("not-ours")));
        }
        var noted =
                bounces.cameBack(letter, report.get().recipient(), report.get().reason());
        var finding = new Finding(
                noted ? "bounced" : "bounce-doubtful",
                letter.to() + ": " + report.get().reason());
        if (subjects.find(letter.businessKey()).isEmpty()) {
            return toPlace(mail, and(mail, finding), letter);
        }
        rows.place(mail.number(), letter.businessKey(), false, null);
        rows.find(mail.number(), MailStatus.RECEIVED, and(mail, finding), letter.id());
        return FILE;
    }

    private String aside(IncomingMail mail, List<Finding> findings) {
        rows.find(mail.number(), MailStatus.SET_ASIDE, findings, null);
        return ASIDE;
    }

    private String toPlace(IncomingMail mail, List<Finding> findings, @Nullable SentLetter letter) {
        rows.find(mail.number(), MailStatus.TO_PLACE, findings, letter == null ? null : letter.id());
        return PLACE;
    }

    private static List<Finding> and(IncomingMail mail, Finding finding) {
        var all = new ArrayList<>(mail.findings());
        all.add(finding);
        return all;
    }
}
