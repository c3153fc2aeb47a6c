package io.partnerflow.returns;

import io.partnerflow.documents.DocumentId;
import io.partnerflow.mail.Letter;
import io.partnerflow.mail.Postman;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.returns.ReturnView.Kind;
import io.partnerflow.returns.ReturnView.Way;
import io.partnerflow.web.PortalAddress;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is written about returns, to the customer and to its reseller, each letter once. */
@Component
class ReturnLetters {

    private final Postman postman;
    private final Organisations organisations;
    private final PortalAddress portal;

    ReturnLetters(Postman postman, Organisations organisations, PortalAddress portal) {
        this.postman = postman;
        this.organisations = organisations;
        this.portal = portal;
    }

    /** Nothing to send: nothing is written. */
    void announced(ReturnView head, List<ReturnedDevice> devices, DocumentId label) {
        var missing = devices.stream().filter(ReturnedDevice::missing).toList();
        if (!missing.isEmpty()) {
            both("return-announced", head.way().name(), head, Map.of("devices", missing), List.of(label));
        }
    }

    void moved(ReturnView head) {
        both("return-moved", head.dueOn().toString(), head, Map.of(), List.of());
    }

    void reminder(ReturnView head, int round, List<ReturnedDevice> missing) {
        both("return-reminder", String.valueOf(round), head, Map.of("devices", missing, "round", round), List.of());
    }

    void charged(ReturnView head, List<ReturnedDevice> missing) {
        both("return-charged", "1", head, Map.of("devices", missing), List.of());
    }

    void locked(ReturnView head, ReturnedDevice device, LocalDate until) {
        both("return-locked", device.serial(), head, Map.of("device", device, "until", until), List.of());
    }

    void completed(ReturnView head, List<ReturnedDevice> devices, Optional<DocumentId> certificate) {
        both(
                "return-completed",
                "1",
                head,
                Map.of("devices", devices, "certified", certificate.isPresent()),
                certificate.stream().toList());
    }

    private void both(
            String letter, String occasion, ReturnView head, Map<String, Object> special, List<DocumentId> papers) {
        var customer = organisations.get(head.customer());
        var reseller = organisations.get(head.reseller());
        var facts = new HashMap<String, Object>(special);
        facts.put("number", head.number());
        facts.put("contract", head.subscription());
        facts.put("customer", customer.name());
        facts.put("reseller", reseller.name());
        facts.put("dueOn", head.dueOn());
        facts.put("viaReseller", head.way() == Way.VIA_RESELLER);
        facts.put("whole", head.kind() == Kind.CONTRACT);
        facts.put("page", portal.of("/returns/" + head.number()));
        write(letter, occasion, "customer", head, customer, facts, papers);
        write(letter, occasion, "reseller", head, reseller, facts, papers);
    }

    private void write(
            String letter,
            String occasion,
            String role,
            ReturnView head,
            Party to,
            Map<String, Object> facts,
            List<DocumentId> papers) {
        var model = new HashMap<>(facts);
        var toReseller = role.equals("reseller");
        model.put("toReseller", toReseller);
        var written = new Letter(
                "%s/%s/%s/%s".formatted(letter, head.number(), occasion, role),
                to.email(),
                to.name(),
                letter,
                Locale.forLanguageTag(to.language()),
                model,
                papers,
                head.number());
        postman.send(toReseller ? written : written.inTheNameOf(head.reseller()));
    }
}
