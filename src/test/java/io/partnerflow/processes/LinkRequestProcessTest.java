package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestLetters;
import io.partnerflow.TestParties;
import io.partnerflow.access.Caller;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.links.LinkManagement;
import io.partnerflow.links.LinkRequestStatus;
import io.partnerflow.links.Links;
import io.partnerflow.parties.LinkRole;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.PrimaryResellers;
import io.partnerflow.parties.ResellerLinks;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PartnerflowTest
class LinkRequestProcessTest {

    @Autowired
    LinkManagement management;

    @Autowired
    Links ends;

    @Autowired
    ResellerLinks links;

    @Autowired
    PrimaryResellers primaries;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    Users users;

    @Autowired
    JdbcClient database;

    @Autowired
    ProcessEngine engine;

    TestParties parties;
    TestLetters letters;
    ProcessDriver process;
    Party reseller;
    Party organisation;
    Caller seller;
    Caller administrator;

    @BeforeEach
    void people() {
        parties = new TestParties(organisations, resellers);
        letters = new TestLetters(database);
        process = new ProcessDriver(engine);
        reseller = parties.reseller();
        organisation = parties.organisation();
        seller = member(reseller, Role.ORDER, true);
        administrator = member(organisation, Role.ADMIN, false);
    }

    @Test
    void acceptedTheResellerIsLinkedInTheRoleItAskedForAndIsThePrimaryOne() {
        var number = ask(LinkRole.ORDER);
        assertThat(letters.to(administrator.email())).containsExactly("link-requested");
        assertThat(links.between(reseller.id(), organisation.id())).isEmpty();

        management.accept(administrator, number);

        assertThat(links.between(reseller.id(), organisation.id()))
                .hasValueSatisfying(link -> assertThat(link.role()).isEqualTo(LinkRole.ORDER));
        process.run(number, "receiveTask_awaitLinkAnswer");
        process.hasEndedBy(number, "serviceTask_announceLinkAnswer", "endEvent_organisationLinked");
        assertThat(resellers.primaryOf(organisation.id())).contains(reseller.id());
        assertThat(letters.to(seller.email())).containsExactly("link-accepted");
        assertThat(letters.to(administrator.email())).containsExactly("link-requested", "link-made");
    }

    @Test
    void declinedNothingIsLinked() {
        var number = ask(LinkRole.ADMIN);

        management.decline(administrator, number);
        process.run(number, "receiveTask_awaitLinkAnswer");

        process.hasEndedBy(number, "endEvent_linkDeclined");
        assertThat(links.between(reseller.id(), organisation.id())).isEmpty();
        assertThat(letters.to(seller.email())).containsExactly("link-declined");
        assertThatThrownBy(() -> management.accept(administrator, number))
                .isInstanceOfSatisfying(
                        Conflict.class, late -> assertThat(late.code()).isEqualTo("link-request-ended"));
    }

    @Test
    void aReminderGoesOutWhileWeWait() {
        var number = ask(LinkRole.VIEW);

        process.fire(number, "event_linkReminder");

        process.hasPassed(number, "endEvent_linkRequestReminded");
        assertThat(letters.to(administrator.email())).containsExactly("link-requested", "link-reminder");
        management.accept(administrator, number);
        assertThat(resellers.takesCareOf(reseller.id(), organisation.id())).isTrue();
    }

    @Test
    void noAnswerIsNoConsent() {
        var number = ask(LinkRole.VIEW);

        process.fire(number, "event_linkDeadline");

        process.hasEndedBy(number, "endEvent_linkRequestExpired");
        assertThat(management.get(seller, number).status()).isEqualTo(LinkRequestStatus.EXPIRED);
        assertThat(resellers.takesCareOf(reseller.id(), organisation.id())).isFalse();
        assertThat(letters.to(seller.email())).containsExactly("link-expired");
        assertThat(ask(LinkRole.VIEW)).isNotEqualTo(number);
    }

    @Test
    void withdrawnItCannotBeAcceptedAnyMore() {
        var number = ask(LinkRole.VIEW);

        management.withdraw(seller, number);

        process.hasEndedBy(number, "endEvent_linkRequestWithdrawn");
        assertThat(letters.to(administrator.email())).containsExactly("link-requested", "link-withdrawn");
        assertThatThrownBy(() -> management.accept(administrator, number)).isInstanceOf(Conflict.class);
        assertThat(resellers.takesCareOf(reseller.id(), organisation.id())).isFalse();
    }

    @Test
    void whereNobodyCouldAnswerTheDeskDoesAndMayChangeThePrimaryReseller() {
        var other = parties.reseller();
        organisation = parties.customerOf(other);
        var number = ask(LinkRole.ORDER);

        assertThat(process.factsOf(number, "userTask_decideLinkRequest"))
                .extractingByKey("links")
                .asString()
                .contains(other.name(), "primary reseller");
        process.complete(number, "userTask_decideLinkRequest", Map.of("linkDecision", "acceptAsPrimary"));

        process.hasEndedBy(number, "serviceTask_answerForOrganisation", "endEvent_organisationLinked");
        assertThat(resellers.primaryOf(organisation.id())).contains(reseller.id());
        assertThat(resellers.takesCareOf(other.id(), organisation.id())).isTrue();
        assertThat(primaries.history(organisation.id()))
                .extracting(PrimaryResellers.Stretch::resellerName, stretch -> stretch.until() == null)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(reseller.name(), true),
                        org.assertj.core.groups.Tuple.tuple(other.name(), false));
    }

    @Test
    void theDeskMayDeclineToo() {
        organisation = parties.customerOf(parties.reseller());
        var number = ask(LinkRole.ORDER);

        process.complete(number, "userTask_decideLinkRequest", Map.of("linkDecision", "decline"));

        process.hasEndedBy(number, "endEvent_linkDeclined");
        assertThat(resellers.takesCareOf(reseller.id(), organisation.id())).isFalse();
    }

    @Test
    void onlyAnAdministratorOfThatOrganisationCanAnswer() {
        var number = ask(LinkRole.ADMIN);
        var stranger = member(parties.organisation(), Role.ADMIN, false);
        var billing = member(organisation, Role.BILLING, false);
        var sellersAdministrator = member(reseller, Role.ADMIN, true);

        assertThatThrownBy(() -> management.accept(stranger, number)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> management.accept(sellersAdministrator, number))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> management.accept(billing, number)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> management.get(stranger, number)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> management.withdraw(stranger, number)).isInstanceOf(NotFound.class);
        assertThat(resellers.takesCareOf(reseller.id(), organisation.id())).isFalse();
    }

    @Test
    void whoActsThroughALinkCannotLetOthersIn() {
        var other = parties.reseller();
        links.establish(other.id(), organisation.id(), LinkRole.ADMIN, null);
        var number = ask(LinkRole.VIEW);
        var via = new Caller(
                seller.userId(),
                seller.email(),
                seller.name(),
                Locale.ENGLISH,
                List.of(new Caller.Membership(
                        organisation.id(),
                        organisation.name(),
                        Role.ADMIN,
                        false,
                        new Caller.Via(other.id(), other.name()))),
                organisation.id());

        assertThatThrownBy(() -> management.accept(via, number)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> ends.of(via)).isInstanceOf(Forbidden.class);
    }

    @Test
    void aSecondOpenRequestOfTheSameTwoIsRefusedByItsNumber() {
        var number = ask(LinkRole.VIEW);

        assertThatThrownBy(() -> ask(LinkRole.ADMIN)).isInstanceOfSatisfying(Conflict.class, twice -> {
            assertThat(twice.code()).isEqualTo("link-already-requested");
            assertThat(twice.args()).containsExactly(number);
        });
    }

    @Test
    void circlesAndChainsOfMoreThanThreeLinksAreRefusedWithThePathInWords() {
        var top = parties.reseller();
        var middle = parties.reseller();
        resellers.link(top.id(), middle.id());
        resellers.link(middle.id(), reseller.id());

        assertThatThrownBy(() -> resellers.link(reseller.id(), top.id())).isInstanceOfSatisfying(Conflict.class, no -> {
            assertThat(no.code()).isEqualTo("link-circle");
            assertThat(no.args())
                    .containsExactly(
                            "%s → %s → %s → %s".formatted(reseller.name(), top.name(), middle.name(), reseller.name()));
        });
        resellers.link(reseller.id(), organisation.id());
        var below = parties.organisation();
        assertThatThrownBy(() -> resellers.link(organisation.id(), below.id()))
                .isInstanceOfSatisfying(Conflict.class, no -> {
                    assertThat(no.code()).isEqualTo("link-too-deep");
                    assertThat(no.args().get(0).toString()).endsWith(organisation.name() + " → " + below.name());
                });
        assertThatThrownBy(() -> resellers.link(parties.reseller().id(), top.id()))
                .isInstanceOfSatisfying(
                        Conflict.class, no -> assertThat(no.code()).isEqualTo("link-too-deep"));
    }

    @Test
    void eitherSideEndsALinkAtOnceAndWithItThatItIsThePrimaryOne() {
        resellers.link(reseller.id(), organisation.id());
        var link = links.between(reseller.id(), organisation.id()).orElseThrow();
        assertThatThrownBy(() -> ends.end(seller, link.id().toString())).isInstanceOf(Forbidden.class);

        ends.end(member(reseller, Role.ADMIN, true), link.id().toString());

        assertThat(resellers.takesCareOf(reseller.id(), organisation.id())).isFalse();
        assertThat(resellers.primaryOf(organisation.id())).isEmpty();
        assertThat(letters.to(administrator.email())).containsExactly("link-ended");
        ends.end(administrator, link.id().toString());
        assertThat(letters.to(administrator.email())).containsExactly("link-ended");
        resellers.link(reseller.id(), organisation.id());
        assertThat(ends.of(administrator)).hasSize(2);
    }

    @Test
    void onlyOneResellerIsThePrimaryOneAtATime() {
        var other = parties.reseller();
        resellers.link(reseller.id(), organisation.id());
        resellers.link(other.id(), organisation.id());
        var link = links.between(other.id(), organisation.id()).orElseThrow();

        ends.choosePrimary(administrator, link.id().toString());

        assertThat(resellers.primaryOf(organisation.id())).contains(other.id());
        assertThat(ends.primaries(administrator)).hasSize(2);
        assertThat(ends.of(administrator)).filteredOn(one -> one.primary()).hasSize(1);
        var stranger = member(parties.organisation(), Role.ADMIN, false);
        assertThatThrownBy(() -> ends.choosePrimary(stranger, link.id().toString()))
                .isInstanceOf(NotFound.class);
    }

    private String ask(LinkRole role) {
        return management.ask(
                seller,
                new LinkManagement.Wish(
                        organisation.country(), organisation.registrationNumber(), role.name(), "We know each other."));
    }

    private Caller member(Party party, Role role, boolean sells) {
        var user = users.invite(TestIdentities.email("anna"), "Anna Ek", "en");
        users.setPassword(user.id(), "seven otters play chess");
        users.join(user.id(), party.id(), role);
        return new Caller(
                user.id(),
                user.email(),
                "Anna Ek",
                Locale.ENGLISH,
                List.of(new Caller.Membership(party.id(), party.name(), role, sells, null)),
                party.id());
    }
}
