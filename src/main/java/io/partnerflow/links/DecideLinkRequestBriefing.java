package io.partnerflow.links;

import static java.util.stream.Collectors.joining;

import io.partnerflow.documents.Vendor;
import io.partnerflow.engine.TaskBriefing;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.ResellerLink;
import io.partnerflow.parties.ResellerLinks;
import io.partnerflow.shared.Formats;
import io.partnerflow.shared.VendorLanguage;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the person sees who answers for an organisation without anybody. */
@Component
class DecideLinkRequestBriefing implements TaskBriefing {

    private final LinkRequests requests;
    private final ResellerLinks links;
    private final Organisations organisations;
    private final MessageSource messages;
    private final Formats formats;
    private final Locale staff;

    DecideLinkRequestBriefing(
            LinkRequests requests,
            ResellerLinks links,
            Organisations organisations,
            MessageSource messages,
            Vendor vendor,
            VendorLanguage staff) {
        this.requests = requests;
        this.links = links;
        this.organisations = organisations;
        this.messages = messages;
        this.formats = new Formats(staff.locale(), vendor.timeZone());
        this.staff = staff.locale();
    }

    @Override
    public String task() {
        return LinkProcess.DECIDE_TASK;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> facts(String businessKey) {
        var request = requests.numbered(businessKey);
        return Map.of(
                "requestNumber", request.number(),
                "role", text("link.role.%s.text".formatted(request.role())),
                "customer", card(request.customer()),
                "reseller", card(request.reseller()),
                "message", Objects.requireNonNullElse(request.message(), ""),
                "links", linked(request.customer()));
    }

    private String card(UUID organisation) {
        var party = organisations.get(organisation);
        return "%s%n%s %s%n%s".formatted(party.name(), party.country(), party.registrationNumber(), party.email());
    }

    private String linked(UUID customer) {
        var all = links.of(customer).stream()
                .filter(ResellerLink::active)
                .map(this::line)
                .collect(joining("\n"));
        return all.isEmpty() ? text("link.none") : all;
    }

    private String line(ResellerLink link) {
        return text(
                link.primary() ? "link.line.primary" : "link.line",
                link.resellerName(),
                text("link.role." + link.role()),
                formats.date(link.since()));
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, staff);
    }
}
