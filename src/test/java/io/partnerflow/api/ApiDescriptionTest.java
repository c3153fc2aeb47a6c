package io.partnerflow.api;

import static io.partnerflow.ResellerClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the API says about itself, and the calls that every client begins with. */
@PartnerflowTest
class ApiDescriptionTest {

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    ResellerClient nobody;

    @BeforeEach
    void open() {
        nobody = ResellerClient.anonymous(port);
    }

    @Test
    void everyCallIsDescribedWithItsProblems() {
        var description = json(nobody.get("/v3/api-docs"));

        assertThat(description.get("openapi").asText()).startsWith("3.1");
        assertThat(description.at("/paths").fieldNames()).toIterable().allMatch(path -> path.startsWith("/api/v1/"));
        description
                .get("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(operation.get("summary").asText())
                            .as(operation.toString())
                            .isNotBlank();
                    assertThat(operation.at("/responses/404/content").fieldNames())
                            .toIterable()
                            .containsExactly("application/problem+json");
                }));
    }

    @Test
    void startingSomethingIsDescribedWithItsKey() {
        var place = json(nobody.get("/v3/api-docs")).at("/paths/~1api~1v1~1orders/post");

        assertThat(place.get("parameters")).anySatisfy(parameter -> {
            assertThat(parameter.get("name").asText()).isEqualTo("Idempotency-Key");
            assertThat(parameter.get("required").asBoolean()).isTrue();
        });
        assertThat(place.get("responses").fieldNames()).toIterable().contains("400", "409", "413", "415", "422");
    }

    @Test
    void moneyAndPercentagesAreDescribedAsTheyAreWritten() {
        var schemas = json(nobody.get("/v3/api-docs")).at("/components/schemas");

        assertThat(schemas.at("/Estimate/properties/annualNet/properties/amount/type")
                        .asText())
                .isEqualTo("string");
        assertThat(schemas.at("/Discount/properties/percent/type").asText()).isEqualTo("string");
        assertThat(schemas.has("Problem")).isTrue();
    }

    @Test
    void everyProblemHasAPage() {
        for (var name : new String[] {
            "validation",
            "not-found",
            "forbidden",
            "malformed-body",
            "idempotency-key-missing",
            "order-open",
            "csrf",
            "trial-purged",
            "document-encrypted",
            "not-a-pdf",
            "changed-meanwhile"
        }) {
            var page = nobody.get("/problems/" + name);
            assertThat(page.statusCode()).as(name).isEqualTo(200);
            assertThat(page.body()).contains("/problems/" + name).doesNotContain("??");
        }
        assertThat(nobody.get("/problems/moon").statusCode()).isEqualTo(404);
    }

    @Test
    void aCallerSeesItselfAndWhatItsProgrammesCost() {
        var anna = ResellerClient.of(port, users, new TestParties(organisations, resellers).reseller(), Role.ORDER);

        var me = json(anna.get("/api/v1/me"));
        assertThat(me.get("email").asText()).isEqualTo(anna.email());
        assertThat(me.get("resellers")).hasSize(1);
        var licence = json(anna.get("/api/v1/programmes/licence"));
        assertThat(licence.at("/switches/check").asText()).isEqualTo("VENDOR_CHECKS_ORDER");
        assertThat(licence.get("partnerDiscount").asText()).isEqualTo("20");
        assertThat(licence.get("termsVersion").asText()).isEqualTo("2024-1");
        assertThat(licence.at("/products/0/listPrice/amount").asText()).isEqualTo("5200.00");
        assertThat(json(anna.get("/api/v1/programmes")).get("items"))
                .extracting(JsonNode::toString)
                .isNotEmpty();
    }

    @Test
    void anAddressThatDoesNotExistIsAProblemToo() {
        var anna = ResellerClient.of(port, users, new TestParties(organisations, resellers).reseller(), Role.ORDER);

        assertThat(json(anna.get("/api/v1/moon")).get("type").asText()).isEqualTo("/problems/not-found");
        assertThat(json(anna.get("/api/v1/programmes/moon")).get("status").asInt())
                .isEqualTo(404);
        assertThat(json(anna.post("/api/v1/me", "{}")).get("type").asText()).isEqualTo("/problems/method-not-allowed");
    }
}
