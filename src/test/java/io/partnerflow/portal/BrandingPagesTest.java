package io.partnerflow.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.parties.Brandings;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page on which a reseller chooses how its offers look. */
@PartnerflowTest
class BrandingPagesTest {

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

    Party reseller;
    ResellerClient anna;

    @BeforeEach
    void logIn() {
        reseller = new TestParties(organisations, resellers).reseller();
        anna = ResellerClient.of(port, users, reseller, Role.ADMIN);
    }

    @Test
    void aPreviewChangesNothingAndSavingDoes() throws IOException {
        assertThat(anna.get("/branding").body())
                .contains(reseller.name(), "#0b6456")
                .doesNotContain("Undo it all", "??");

        var preview = send(Map.of("senderName", "Nord IT", "colour", "#ffdd00", "preview", "yes"), png());

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body())
                .contains("only a preview", "fill=\"#ffdd00\"", "fill=\"#1b2421\"", "data:image/png;base64,");
        assertThat(brandings.isOwn(reseller.id())).isFalse();

        assertThat(send(Map.of("senderName", "Nord IT", "colour", "#ffdd00"), png())
                        .statusCode())
                .isEqualTo(302);
        assertThat(anna.get("/branding").body()).contains("Saved.", "Nord IT", "Undo it all");

        var logo = anna.bytes("/branding/logo");
        assertThat(logo.body()).isEqualTo(png());
        assertThat(logo.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(logo.headers().allValues("X-Content-Type-Options")).contains("nosniff");
        assertThat(logo.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");

        anna.submitAgain("/branding/reset", Map.of());
        assertThat(brandings.isOwn(reseller.id())).isFalse();
        assertThat(anna.get("/branding/logo").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndWhatWasTypedStays() throws IOException {
        var svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);

        var refused = send(Map.of("senderName", "x\"><script>", "colour", "green"), svg);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Write the colour as #", "This is not a PNG or JPEG picture", "value=\"green\"")
                .doesNotContain("<script>alert", "\"><script>");
        assertThat(brandings.isOwn(reseller.id())).isFalse();
    }

    private HttpResponse<String> send(Map<String, String> fields, byte[] logo) {
        var all = new LinkedHashMap<>(fields);
        var body = new StringBuilder();
        all.forEach((name, value) -> body.append(
                "--partnerflow\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)));
        body.append("--partnerflow\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"logo.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n");
        body.append(new String(logo, StandardCharsets.ISO_8859_1)).append("\r\n--partnerflow--\r\n");
        return anna.postBytes(
                "/branding",
                "multipart/form-data; boundary=partnerflow",
                body.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
