package io.partnerflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestParties;
import io.partnerflow.parties.LinkRole;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.ResellerLinks;
import io.partnerflow.parties.Resellers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may do what, at every door: each page and call once with each role (HA-7). */
@PartnerflowTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleMatrixTest {

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    ResellerLinks links;

    final Map<Role, ResellerClient> people = new EnumMap<>(Role.class);
    Party reseller;
    Party customer;

    @BeforeAll
    void logIn() {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.reseller();
        customer = parties.customerOf(reseller);
        for (var role : Role.values()) {
            people.put(role, ResellerClient.of(port, users, reseller, role));
        }
    }

    private enum Needs {
        LOOK(Role.values()),
        ORDER(Role.ORDER, Role.ADMIN),
        BILL(Role.BILLING, Role.ADMIN),
        ADMIN(Role.ADMIN);

        private final Set<Role> allowed;

        Needs(Role... allowed) {
            this.allowed = Set.of(allowed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LOOK, /customers",
        "LOOK, /customers/{customer}",
        "ORDER, /customers/import",
        "ORDER, /customers/import/template.xlsx",
        "LOOK, /customers?format=csv",
        "LOOK, /customers/{customer}/people",
        "LOOK, /customers/{customer}/devices",
        "LOOK, /customers/{customer}/contracts",
        "LOOK, /customers/{customer}/documents",
        "BILL, /customers/{customer}/money",
        "LOOK, /customers/{customer}/history",
        "LOOK, /trials",
        "LOOK, /messages",
        "LOOK, /messages/OR-2020-000001",
        "LOOK, /trials?format=csv",
        "LOOK, /orders",
        "LOOK, /subscriptions",
        "LOOK, /shipments",
        "LOOK, /pictures/OR-2020-000001",
        "LOOK, /pictures/OR-2020-000001/order",
        "LOOK, /shipments/SH-2020-000001",
        "LOOK, /devices",
        "LOOK, /devices/00000000-0000-0000-0000-000000000001",
        "LOOK, /offers",
        "ORDER, /offers/new",
        "ORDER, /offers/OF-2020-000001/bundle",
        "LOOK, /api/v1/offers",
        "LOOK, /api/v1/offers/OF-2020-000001",
        "LOOK, /home",
        "LOOK, /resume",
        "LOOK, /contracts",
        "LOOK, /papers",
        "LOOK, /team",
        "LOOK, /links",
        "LOOK, /invitations",
        "BILL, /invoices",
        "BILL, /invoices/IN-2020-000001",
        "BILL, /invoices/IN-2020-000001.pdf",
        "BILL, /costs",
        "BILL, /costs/2026.csv",
        "ORDER, /orders/OR-2020-000001/credit-alternative",
        "LOOK, /api/v1/orders/OR-2020-000001/credit-check",
        "ORDER, /forms/customer",
        "ORDER, /forms/trial/{customer}",
        "ORDER, /forms/order-start/{customer}",
        "ORDER, /forms/order/OR-2020-000001",
        "ORDER, /forms/order-cancellation/OR-2020-000001",
        "ORDER, /forms/provisioning-answer/OR-2020-000001",
        "ORDER, /forms/trial-users/TR-2020-000001",
        "ORDER, /forms/trial-extension/TR-2020-000001",
        "ORDER, /forms/data-return/TR-2020-000001",
        "ORDER, /forms/link-request",
        "ORDER, /subscriptions/SU-2020-000001/seats",
        "ORDER, /subscriptions/SU-2020-000001/reduction",
        "ORDER, /subscriptions/SU-2020-000001/cancellation",
        "ORDER, /subscriptions/SU-2020-000001/po-reference",
        "ORDER, /subscriptions/SU-2020-000001/changes/CH-2020-000001",
        "ORDER, /customers/{customer}/subscriptions/new",
        "ORDER, /customers/{customer}/data",
        "BILL, /statements",
        "BILL, /statements/ST-2020-000001",
        "BILL, /statements/ST-2020-000001.pdf",
        "BILL, /statements/billed/SB-2020-000001.pdf",
        "BILL, /statements/bank-account",
        "BILL, /payments",
        "ADMIN, /forms/team-invitation",
        "LOOK, /returns",
        "LOOK, /returns/RE-2020-000001",
        "ORDER, /returns/new?subscription=SU-2020-000001",
        "LOOK, /api/v1/returns",
        "LOOK, /api/v1/returns/RE-2020-000001",
        "LOOK, /api/v1/returns/RE-2020-000001/label.pdf",
        "LOOK, /api/v1/returns/RE-2020-000001/certificate.pdf",
        "LOOK, /deadlines",
        "LOOK, /deadlines/calendar",
        "ADMIN, /branding",
        "ADMIN, /integrations",
        "ADMIN, /integrations/keys/new",
        "ADMIN, /integrations/webhooks/new",
        "ADMIN, /integrations/webhooks/00000000-0000-0000-0000-000000000001",
        "ADMIN, /api/v1/webhooks",
        "ADMIN, /api/v1/webhooks/00000000-0000-0000-0000-000000000001/deliveries",
        "LOOK, /api/v1/events",
        "ORDER, /subscriptions/SU-2020-000001/extension",
        "LOOK, /api/v1/deadlines",
        "LOOK, /api/v1/subscriptions/SU-2020-000001/extension",
        "LOOK, /api/v1/me",
        "LOOK, /api/v1/organisations",
        "LOOK, /api/v1/organisations/{customer}",
        "LOOK, /api/v1/organisations/{reseller}/team",
        "LOOK, /api/v1/organisations/{reseller}/links",
        "LOOK, /api/v1/shipments",
        "LOOK, /api/v1/shipments/SH-2020-000001",
        "LOOK, /api/v1/devices",
        "LOOK, /api/v1/orders",
        "LOOK, /api/v1/orders/OR-2020-000001/messages",
        "LOOK, /api/v1/subscriptions",
        "LOOK, /api/v1/contracts",
        "LOOK, /api/v1/organisations/{customer}/devices",
        "LOOK, /api/v1/subscriptions/SU-2020-000001/cancellation",
        "BILL, /api/v1/statements",
        "BILL, /api/v1/statements/ST-2020-000001",
        "BILL, /api/v1/statements/ST-2020-000001.pdf",
        "BILL, /api/v1/statements/documents/SB-2020-000001.pdf",
        "BILL, /api/v1/receivables",
        "BILL, /api/v1/subscriptions/SU-2020-000001/debits",
        "BILL, /api/v1/invoices",
        "BILL, /api/v1/invoices/IN-2020-000001",
        "BILL, /api/v1/cost-groups",
        "BILL, /api/v1/costs?from=2026-01-01&until=2027-01-01",
    })
    void reads(Needs needs, String path) {
        people.forEach((role, person) -> assertAllowed(
                needs, role, "GET " + path, person.get(filled(path)).statusCode()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ADMIN | /api/v1/webhooks                     | {}",
                "ADMIN | /api/v1/webhooks/00000000-0000-0000-0000-000000000001/test | {}",
                "ORDER | /api/v1/organisations                | {}",
                "ORDER | /api/v1/trials                       | {}",
                "ORDER | /api/v1/orders                       | {}",
                "ORDER | /api/v1/shipments/SH-2020-000001/receipt        | {}",
                "ORDER | /api/v1/shipments/SH-2020-000001/damage-reports | {}",
                "ORDER | /api/v1/offers                       | {}",
                "ORDER | /api/v1/offers/OF-2020-000001/sending    | {}",
                "ORDER | /api/v1/offers/OF-2020-000001/answers    | {\"question\":1}",
                "ORDER | /api/v1/offers/OF-2020-000001/withdrawal | {}",
                "ORDER | /api/v1/orders/OR-2020-000001/messages | {\"text\":\"x\"}",
                "ORDER | /api/v1/orders/OR-2020-000001/cancellation | {\"reason\":\"no\"}",
                "ORDER | /api/v1/orders/OR-2020-000001/credit-alternative | {\"kind\":\"given-up\"}",
                "ORDER | /api/v1/orders/OR-2020-000001/provisioning-answer | {\"answer\":\"yes\"}",
                "ORDER | /api/v1/trials/TR-2020-000001/extension    | {\"days\":1}",
                "ORDER | /api/v1/trials/TR-2020-000001/data-return  | {\"properties\":[\"a\"]}",
                "ORDER | /api/v1/returns                      | {}",
                "ORDER | /api/v1/links                        | {}",
                "ADMIN | /api/v1/organisations/{reseller}/links | {\"kind\":\"USER\"}",
                "ADMIN | /api/v1/organisations/{reseller}/links | {\"kind\":\"RESELLER\"}",
                "ORDER | /api/v1/subscriptions/SU-2020-000001/seat-additions  | {}",
                "ORDER | /api/v1/subscriptions/SU-2020-000001/seat-reductions | {}",
                "ORDER | /api/v1/subscriptions/SU-2020-000001/cancellation    | {}",
                "ORDER | /api/v1/subscriptions/SU-2020-000001/extension       | {}",
                "BILL  | /api/v1/statements/ST-2020-000001/dispute    | {\"reason\":\"no\"}",
                "BILL  | /api/v1/cost-groups                  | {}",
            })
    void calls(Needs needs, String path, String body) {
        people.forEach((role, person) -> assertAllowed(
                needs, role, "POST " + path, person.post(filled(path), body).statusCode()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ORDER | PUT    | /api/v1/subscriptions/SU-2020-000001/po-reference           | {}",
                "ORDER | PUT    | /api/v1/organisations/{customer}/devices                    | {}",
                "ORDER | PUT    | /api/v1/returns/RE-2020-000001/way                          | {\"way\":\"direct\"}",
                "ORDER | PUT    | /api/v1/offers/OF-2020-000001                               | {}",
                "ORDER | PATCH  | /api/v1/subscriptions/SU-2020-000001/changes/CH-2020-000001 | {}",
                "ORDER | DELETE | /api/v1/subscriptions/SU-2020-000001/changes/CH-2020-000001 | {}",
            })
    void corrections(Needs needs, String method, String path, String body) {
        people.forEach((role, person) -> assertAllowed(
                needs,
                role,
                method + " " + path,
                (switch (method) {
                            case "PUT" -> person.put(filled(path), body);
                            case "PATCH" -> person.patch(filled(path), body);
                            default -> person.delete(filled(path));
                        })
                        .statusCode()));
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, /team/{stranger}/role, role=VIEW",
        "ADMIN, /links/{link}/end, x=1",
        "BILL, /costs/groups, reference=&name=",
        "BILL, /costs/contracts/SU-2020-000001, group=",
        "BILL, /statements/ST-2020-000001/dispute, reason=no",
        "BILL, /statements/bank-account, accountHolder=&iban=",
        "ORDER, /messages/OR-2020-000001, text=x",
        "ORDER, /messages/OR-2020-000001/1, text=x",
        "ORDER, /shipments/SH-2020-000001/receipt, x=1",
        "ORDER, /shipments/SH-2020-000001/damage, x=1",
        "ORDER, /orders/OR-2020-000001/own-services/1, answer=done",
        "ORDER, /subscriptions/SU-2020-000001/seats, x=1",
        "ORDER, /customers/{customer}/data, x=1",
        "ORDER, /offers/new, x=1",
        "ORDER, /offers/drafts, copyOf=OF-2020-000001",
        "ORDER, /offers/OF-2020-000001/sending, x=1",
        "ORDER, /offers/OF-2020-000001/withdrawal, x=1",
        "ORDER, /offers/OF-2020-000001/removal, x=1",
        "ORDER, /offers/OF-2020-000001/answers, question=1",
        "ORDER, /subscriptions/SU-2020-000001/reduction, x=1",
        "ORDER, /subscriptions/SU-2020-000001/cancellation, endsOn=2030-01-01",
        "ORDER, /subscriptions/SU-2020-000001/po-reference, poReference=",
        "ORDER, /subscriptions/SU-2020-000001/changes/CH-2020-000001, x=1",
        "ORDER, /subscriptions/SU-2020-000001/changes/CH-2020-000001/withdrawal, x=1",
        "ORDER, /returns/new, subscription=SU-2020-000001",
        "ORDER, /returns/RE-2020-000001/way, way=direct",
        "ORDER, /orders/OR-2020-000001/agreement, file=x",
    })
    void forms(Needs needs, String path, String body) {
        var pair = body.split("[=&]", -1);
        for (var role : Role.values()) {
            links.establish(reseller.id(), customer.id(), LinkRole.ADMIN, null);
            var answers = new java.util.HashMap<String, String>();
            for (var at = 0; at + 1 < pair.length; at += 2) {
                answers.put(pair[at], pair[at + 1]);
            }
            var status = path.endsWith("/agreement")
                    ? people.get(role)
                            .uploadByForm(path, "x.pdf", new byte[] {1})
                            .statusCode()
                    : people.get(role).submitAgain(filled(path), answers).statusCode();
            // a person who is not in the team is not there for anybody, so the role is not asked for it
            if (!path.contains("{stranger}")) {
                assertAllowed(needs, role, "form " + path, status);
            } else {
                assertThat(status).isEqualTo(404);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ADMIN, VIEW, VIEW",
        "ADMIN, ORDER, ORDER",
        "ADMIN, BILLING, BILLING",
        "ADMIN, ADMIN, ADMIN",
        "ORDER, BILLING, VIEW",
        "BILLING, ORDER, VIEW",
        "ORDER, ADMIN, ORDER",
        "VIEW, ADMIN, VIEW",
    })
    void throughALinkNobodyMayMoreThanItsOwnRoleAndTheLinksLetIt(Role own, LinkRole link, Role left) {
        var linked = new TestParties(organisations, resellers).organisation();
        links.establish(reseller.id(), linked.id(), link, null);
        var person = people.get(own);
        person.submitAgain("/organisation", Map.of("organisation", linked.id().toString()));
        person.renewCsrf();

        var me = ResellerClient.json(person.get("/api/v1/me"));
        assertThat(me.at("/through/role").asText()).isEqualTo(left.name());
        assertAllowed(
                Needs.BILL,
                left,
                "invoices through a link",
                person.get("/invoices").statusCode());
        assertThat(person.get("/links").statusCode()).isEqualTo(403);
        assertThat(person.get("/customers").statusCode()).isEqualTo(403);
        person.submitAgain("/organisation", Map.of("organisation", reseller.id().toString()));
        person.renewCsrf();
    }

    private String filled(String path) {
        return path.replace("{customer}", customer.id().toString())
                .replace("{reseller}", reseller.id().toString())
                .replace("{stranger}", UUID.randomUUID().toString())
                .replace(
                        "{link}",
                        links.between(reseller.id(), customer.id())
                                .map(link -> link.id().toString())
                                .orElse("none"));
    }

    private static void assertAllowed(Needs needs, Role role, String what, int status) {
        if (needs.allowed.contains(role)) {
            assertThat(status).as("%s as %s", what, role).isNotIn(401, 403, 500);
        } else {
            assertThat(status).as("%s as %s", what, role).isEqualTo(403);
        }
    }
}
