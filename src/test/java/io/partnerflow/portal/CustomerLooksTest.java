package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Brandings;
import io.partnerflow.parties.Brandings.Wanted;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A customer sees the look of its reseller, and nobody else does. */
@PartnerflowTest
class CustomerLooksTest {

    private static final Pattern COLOURS = Pattern.compile("href=\"(/link/look/[^\"]+/look.css)\"");

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    Brandings brandings;

    TestParties parties;
    Party reseller;
    ResellerClient customer;

    @BeforeEach
    void logIn() throws IOException {
        parties = new TestParties(organisations, resellers);
        reseller = parties.reseller();
        customer = ResellerClient.of(port, users, parties.customerOf(reseller), Role.ADMIN);
        choose("#ffee33", png());
    }

    @Test
    void everyPageOfTheCustomerIsInTheLookOfItsReseller() throws IOException {
        for (var page : new String[] {"/home", "/contracts", "/invoices", "/papers", "/team", "/links", "/settings"}) {
            assertThat(customer.get(page).body())
                    .as(page)
                    .containsPattern(COLOURS)
                    .contains("alt=\"Nord IT\"");
        }
        var colours = colours();
        var anybody = ResellerClient.anonymous(port);
        var css = anybody.get(colours);
        assertThat(css.headers().firstValue("Content-Type").orElse("")).startsWith("text/css");
        assertThat(css.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(css.body())
                .contains("--brand: #ffee33", "prefers-color-scheme: dark")
                .doesNotContain("--accent: #ffee33; --accent-strong: #bfb226");
        var logo = anybody.bytes(colours.replace("look.css", "logo"));
        assertThat(logo.body()).isEqualTo(png());
        assertThat(logo.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
    }

    @Test
    void aChangedLookHasAnotherAddress() {
        var before = colours();
        choose("#112233", null);
        assertThat(colours()).isNotEqualTo(before);
        assertThat(ResellerClient.anonymous(port).get(before).statusCode()).isEqualTo(404);

        brandings.reset(reseller.id(), "a@example.org");
        assertThat(customer.get("/home").body()).doesNotContain("/link/look/", "Nord IT");
    }

    @Test
    void nobodyElseHasIt() {
        var another = parties.customerOf(parties.reseller());

        assertThat(ResellerClient.of(port, users, another, Role.ADMIN)
                        .get("/home")
                        .body())
                .doesNotContain("/link/look/");
        assertThat(ResellerClient.of(port, users, reseller, Role.ADMIN)
                        .get("/home")
                        .body())
                .doesNotContain("/link/look/");
        assertThat(ResellerClient.anonymous(port).get("/login").body()).doesNotContain("/link/look/");
        assertThat(ResellerClient.anonymous(port)
                        .get("/link/look/00000000-0000-0000-0000-000000000000/look.css")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ResellerClient.anonymous(port)
                        .get("/link/look/none/look.css")
                        .statusCode())
                .isBetween(400, 404);
    }

    private void choose(String colour, byte[] logo) {
        brandings.save(reseller.id(), new Wanted(colour, "Nord IT", logo, logo == null), "a@example.org");
    }

    private String colours() {
        var found = COLOURS.matcher(customer.get("/home").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
