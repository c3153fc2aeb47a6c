package io.partnerflow.imports;

import io.partnerflow.customers.CustomerImport;
import io.partnerflow.customers.CustomerImport.Verdict;
import io.partnerflow.parties.Address;
import io.partnerflow.parties.ManyParties.Wanted;
import io.partnerflow.parties.NewParty;
import io.partnerflow.parties.PartyCheck;
import io.partnerflow.shared.Invalid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the sheet with customers. */
@Component
class CustomerLines {

    private static final Map<String, String> FIELDS = Map.of(
            "address.line1", "addressLine1",
            "address.line2", "addressLine2",
            "address.postalCode", "postalCode",
            "address.city", "city");

    private final CustomerImport customers;

    CustomerLines(CustomerImport customers) {
        this.customers = customers;
    }

    /**
     * What can be written of them.
     *
     * @param lines those that are fine
     * @param wanted one for each
     * @param answers one for each
     */
    record Fine(List<Line> lines, List<Wanted> wanted, List<CustomerImport.Answer> answers) {}

    Fine check(List<Line> lines, NamedResellers resellers, Findings findings) {
        var fine = new ArrayList<Line>();
        var wanted = new ArrayList<Wanted>();
        var seen = new Seen(findings);
        for (var line : lines) {
            var party = party(line, findings);
            var reseller = resellers.of(line, findings);
            if (party != null) {
                seen.note(line, party);
            }
            if (party != null && reseller != null && !findings.isBad(line)) {
                fine.add(line);
                wanted.add(new Wanted(reseller, party));
            }
        }
        return answered(fine, wanted, findings);
    }

    private Fine answered(List<Line> lines, List<Wanted> wanted, Findings findings) {
        var answers = customers.check(wanted);
        var fine = new Fine(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var index = 0; index < lines.size(); index++) {
            var line = lines.get(index);
            switch (answers.get(index).verdict()) {
                case ITSELF -> findings.error(line, "registrationNumber", "imports.problem.reseller-itself");
                case TAKEN -> findings.error(line, "registrationNumber", "imports.problem.customer-taken");
                case THERE -> findings.hint(line, "registrationNumber", "imports.hint.customer-there");
                case LINKED -> findings.hint(line, "registrationNumber", "imports.hint.customer-linked");
                case NEW -> {}
            }
            if (!findings.isBad(line)) {
                fine.lines().add(line);
                fine.wanted().add(wanted.get(index));
                fine.answers().add(answers.get(index));
            }
        }
        return fine;
    }

    private static @Nullable NewParty party(Line line, Findings findings) {
        var values = new Values(line, findings);
        var problems = new Invalid.Collector();
        var party = PartyCheck.check(
                "",
                new NewParty(
                        values.text("name"),
                        values.text("country"),
                        values.text("registrationNumber"),
                        values.text("vatId"),
                        values.text("email"),
                        values.text("language"),
                        new Address(
                                values.text("addressLine1"),
                                values.text("addressLine2"),
                                values.text("postalCode"),
                                values.text("city"))),
                problems);
        problems.fields()
                .forEach(bad -> Problems.note(line, FIELDS.getOrDefault(bad.field(), bad.field()), bad, findings));
        return problems.isEmpty() ? party : null;
    }

    /** @return ids, one for each line that is fine */
    List<UUID> write(Fine fine, boolean toStay) {
        return customers.prepare(fine.wanted(), fine.answers(), toStay);
    }

    /** What stands in the file twice. */
    private static final class Seen {

        private final Map<String, Line> numbers = new HashMap<>();
        private final Map<String, Line> vatIds = new HashMap<>();
        private final Map<String, Line> addresses = new HashMap<>();
        private final Findings findings;

        Seen(Findings findings) {
            this.findings = findings;
        }

        void note(Line line, NewParty party) {
            var number = CustomerImport.key(party.country(), party.registrationNumber());
            var other = numbers.putIfAbsent(number, line);
            if (other != null) {
                findings.error(line, "registrationNumber", "imports.problem.twice", String.valueOf(other.number()));
                return;
            }
            twice(line, "vatId", party.vatId(), vatIds);
            twice(line, "email", party.email(), addresses);
        }

        /** Companies may be taxed as a group and share an address: worth knowing, not wrong. */
        private void twice(Line line, String field, @Nullable String value, Map<String, Line> seen) {
            if (value != null) {
                var other = seen.putIfAbsent(value, line);
                if (other != null && !Objects.equals(other.number(), line.number())) {
                    findings.hint(line, field, "imports.hint.twice", String.valueOf(other.number()));
                }
            }
        }
    }

    /** Whether the answer makes an organisation that was not there. */
    static boolean creates(CustomerImport.Answer answer) {
        return answer.verdict() == Verdict.NEW;
    }
}
