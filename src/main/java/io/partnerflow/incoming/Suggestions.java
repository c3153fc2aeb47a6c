package io.partnerflow.incoming;

import io.partnerflow.incoming.Subjects.CaseSubject;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a mail nobody could place may be about. */
@Component
class Suggestions {

    private static final int MOST = 10;

    private final Subjects subjects;

    Suggestions(Subjects subjects) {
        this.subjects = subjects;
    }

    /**
     * Numbers it names, and what we last wrote to its sender about; or what a person searches for.
     *
     * @param wanted a number or how a customer's name begins; empty for what the mail itself suggests
     */
    List<CaseSubject> of(IncomingMail mail, String wanted) {
        var numbers = new LinkedHashSet<String>();
        if (wanted.isBlank()) {
            numbers.addAll(mail.named());
            numbers.addAll(subjects.writtenTo(mail.sender(), MOST));
        } else {
            numbers.add(CaseNumbers.typed(wanted));
            numbers.addAll(subjects.ofCustomer(wanted.strip(), MOST));
        }
        return subjects.existing(numbers).stream().limit(MOST).toList();
    }
}
