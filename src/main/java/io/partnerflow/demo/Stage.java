package io.partnerflow.demo;

import io.partnerflow.access.PortalUser;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.agreements.AgreementManagement;
import io.partnerflow.documents.Documents;
import io.partnerflow.engine.DeskWork;
import io.partnerflow.engine.Simulation;
import io.partnerflow.intake.FormAnswers;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormDesk;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.parties.Organisations;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.shared.VendorCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What people do in the story, each by the door a person would use. */
@Component
class Stage {

    static final String PASSWORD = "demo";

    private final FormDesk forms;
    private final DeskWork desks;
    private final AgreementManagement agreements;
    private final OrderManagement orders;
    private final Documents documents;
    private final Organisations organisations;
    private final Users users;
    private final Simulation simulation;
    private final VendorCalendar calendar;

    Stage(
            FormDesk forms,
            DeskWork desks,
            AgreementManagement agreements,
            OrderManagement orders,
            Documents documents,
            Organisations organisations,
            Users users,
            Simulation simulation,
            VendorCalendar calendar) {
        this.forms = forms;
        this.desks = desks;
        this.agreements = agreements;
        this.orders = orders;
        this.documents = documents;
        this.organisations = organisations;
        this.users = users;
        this.simulation = simulation;
        this.calendar = calendar;
    }

    /** Lets time pass until then, with all that falls due on the way. */
    void until(Instant moment) {
        simulation.moveTo(moment);
    }

    /** Lets a little time pass, so that what has been set off is done. */
    void aMoment() {
        simulation.moveTo(calendar.now().plus(Duration.ofMinutes(3)));
    }

    /** Fills in a form anybody may fill in. @return the number it got */
    String fillInPublicly(String form, Map<String, Object> answers) {
        return send(form, FormContext.anybody("", Locale.ENGLISH), answers);
    }

    /** Fills in a form of the portal. @return the number of what it is about or has begun */
    String fillIn(Company reseller, String form, String about, Map<String, Object> answers) {
        var user = users.byEmail(reseller.email()).orElseThrow();
        var context = new FormContext(user.id().toString(), id(reseller).toString(), about, Locale.ENGLISH);
        return as(reseller, () -> send(form, context, answers));
    }

    /** A reseller confirms the review of a new subscription. @return the order's number */
    String buys(Company reseller, Company customer, ProgrammePolicy programme, Purchase purchase) {
        var wanted = new WantedOrder(
                id(reseller),
                programme.code(),
                id(customer),
                null,
                purchase.lines(),
                purchase.months(),
                purchase.start(),
                purchase.poReference(),
                null,
                null,
                programme.termsVersion(),
                reseller.email());
        return as(reseller, () -> orders.place(wanted, OrderFields.API));
    }

    /** A member of staff does a task. */
    void does(String person, String task, String businessKey, Map<String, Object> answers) {
        desks.complete(businessKey, task, person, answers);
    }

    /** The reseller uploads the agreement with the customer's signature on it. */
    void uploadsSignedAgreement(Company reseller, String order) {
        var unsigned = documents.content(agreements.paper(id(reseller), order).id());
        agreements.upload(
                id(reseller), order, SignedCopy.of(unsigned), "signed-%s.pdf".formatted(order), reseller.email());
    }

    /** Gives the reseller's contact the password of the demo, instead of waiting for a click on the invitation. */
    void opensDoorFor(Company reseller) {
        users.setPassword(users.byEmail(reseller.email()).orElseThrow().id(), PASSWORD);
    }

    /** Does something logged in as the company's person. */
    <T> T as(Company company, Supplier<T> what) {
        var user = users.byEmail(company.email()).orElseThrow();
        return as(new PortalUser(user.id(), user.email()), what);
    }

    /** Does something logged in as a member of staff. */
    <T> T asStaff(String person, Supplier<T> what) {
        return as((Object) person, what);
    }

    private static <T> T as(Object person, Supplier<T> what) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of()));
        try {
            return what.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** The company's person acts for all of these organisations, with one log-in. */
    void worksFor(Company person, Company... organisations) {
        var user = users.invite(person.email(), person.person(), "en");
        for (var organisation : organisations) {
            users.join(user.id(), id(organisation), Role.ADMIN);
        }
        users.setPassword(user.id(), PASSWORD);
    }

    UUID id(Company company) {
        return organisations
                .byRegistrationNumber("SE", company.registrationNumber())
                .orElseThrow()
                .id();
    }

    private String send(String form, FormContext context, Map<String, Object> answers) {
        var outcome = forms.send(
                form, context, FormAnswers.of(answers), UUID.randomUUID().toString());
        if (!outcome.accepted()) {
            throw new IllegalStateException("the demo filled in form %s wrongly: %s".formatted(form, outcome.form()));
        }
        return outcome.receipt().reference();
    }
}
